/* ats.exe and ats-desktop.exe: load the Python that lies in the folder “program” beside them and run
   ats in it. Built twice: with WINDOW defined there is no console, and failures come in a box. */

#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

#define LONGEST 32768
#define RUNTIME L"\\program\\python\\" PYTHON_DLL
#define PORTABLE_DATA L"\\ats-data"
#define START L"from ats.__main__ import main; main()"
#define DAMAGED L"A part of ats is missing, so it can\x2019t start. Your data is safe. Install ats again."

typedef int (*PythonMain)(int, wchar_t **);

static int damaged(void)
{
#ifdef WINDOW
    MessageBoxW(NULL, DAMAGED, L"ats", MB_ICONERROR);
#else
    static const char said[] = "A part of ats is missing, so it can't start. Your data is safe. Install ats again.\n";
    DWORD written;
    WriteFile(GetStdHandle(STD_ERROR_HANDLE), said, sizeof said - 1, &written, NULL);
#endif
    return 1;
}

/* The portable package has a folder for the data beside the program. Who names another one is heard. */
static void look_for_portable_data(const wchar_t *folder)
{
    static wchar_t data[LONGEST];
    DWORD kind;
    _snwprintf(data, LONGEST - 1, L"%ls%ls", folder, PORTABLE_DATA);
    kind = GetFileAttributesW(data);
    if (kind == INVALID_FILE_ATTRIBUTES || !(kind & FILE_ATTRIBUTE_DIRECTORY))
        return;
    if (GetEnvironmentVariableW(L"ATS_DATA", NULL, 0) == 0)
        SetEnvironmentVariableW(L"ATS_DATA", data);
}

static PythonMain load_python(const wchar_t *folder)
{
    static wchar_t runtime[LONGEST];
    HMODULE python;
    _snwprintf(runtime, LONGEST - 1, L"%ls%ls", folder, RUNTIME);
    /* What it loads comes from its own folder or from Windows, never from the current folder. */
    SetDllDirectoryW(L"");
    python = LoadLibraryExW(runtime, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    return python ? (PythonMain)(void *)GetProcAddress(python, "Py_Main") : NULL;
}

static int run(int count, wchar_t **words)
{
    static wchar_t folder[LONGEST];
    wchar_t **given, *end;
    PythonMain python;
    int i, n = 0;

    if (GetModuleFileNameW(NULL, folder, LONGEST) == 0 || !(end = wcsrchr(folder, L'\\')))
        return damaged();
    *end = 0;
    look_for_portable_data(folder);
    python = load_python(folder);
    given = calloc(count + 8, sizeof *given);
    if (!python || !given)
        return damaged();
    given[n++] = words[0];
    given[n++] = L"-I";
    given[n++] = L"-X";
    given[n++] = L"utf8";
    given[n++] = L"-c";
    given[n++] = START;
    for (i = 1; i < count; i++)
        given[n++] = words[i];
    return python(n, given);
}

#ifdef WINDOW
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, LPWSTR line, int show)
{
    (void)instance, (void)before, (void)line, (void)show;
    return run(__argc, __wargv);
}
#else
int wmain(int count, wchar_t **words)
{
    return run(count, words);
}
#endif
