"""The frame and the look of an HTML page: no remote part, light and dark, on screen and paper."""

from __future__ import annotations

from string import Template

PAGE = Template("""\
<!doctype html>
<html lang="$language">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title</title>
<style>
:root { color-scheme: light dark; --text: #182125; --soft: #46545b; --line: #d8dfe3;
  --page: #ffffff; --raised: #f2f5f6; --accent: #0a6872; --strong: #23702f; --partial: #1f5aa8;
  --gap: #8a4b00; --to-assess: #46545b; }
@media (prefers-color-scheme: dark) { :root { --text: #e9eef0; --soft: #b9c4c9;
  --line: #38454c; --page: #1a2125; --raised: #232c31; --accent: #58c2cc; --strong: #7ccb86;
  --partial: #82b4f2; --gap: #f2b25c; --to-assess: #b9c4c9; } }
* { box-sizing: border-box; }
body { font: 1rem/1.5 system-ui, "Segoe UI", Inter, "Noto Sans", sans-serif; color: var(--text);
  background: var(--page); max-width: $width; margin: 0 auto; padding: 2.5rem 1.5rem 4rem;
  overflow-wrap: anywhere; }
h1, h2, h3, h4 { line-height: 1.25; margin: 0; text-wrap: balance; }
h1 { font-size: 2rem; letter-spacing: -.01em; }
h2 { font-size: 1.4rem; margin-top: 2.75rem; border-top: 1px solid var(--line);
  padding-top: 1.25rem; }
h3 { font-size: 1.1rem; margin-top: 1.75rem; } h4 { font-size: .95em; margin-top: 1.25rem;
  color: var(--soft); }
p { white-space: pre-wrap; margin: .5rem 0; } .note { margin: .25rem 0 0; color: var(--soft); }
.soft { color: var(--soft); font-size: .9em; margin-top: 2rem; }
a { color: var(--accent); text-underline-offset: .15em; }
.figures { list-style: none; display: flex; flex-wrap: wrap; gap: .75rem; padding: 0;
  margin: 1.5rem 0 0; }
.figures li { background: var(--raised); border-radius: .5rem; padding: .6rem 1rem;
  color: var(--soft); }
.figures b { display: block; font-size: 1.6rem; line-height: 1.2; color: var(--text);
  font-variant-numeric: tabular-nums; }
dl { margin: 0; } dd { margin: 0; white-space: pre-wrap; } dt { color: var(--soft); }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(max(19rem, 40%), 1fr));
  gap: .35rem 2rem; margin-top: 1rem; }
.facts div { display: grid; grid-template-columns: 8.5rem 1fr; gap: .75rem;
  border-bottom: 1px solid var(--line); padding-bottom: .35rem; }
.items { list-style: none; padding: 0; margin: .5rem 0 0; }
.items li { padding: .5rem 0; border-bottom: 1px solid var(--line); }
.items.led li { display: grid; grid-template-columns: 8.5rem 1fr; gap: 0 1rem; }
.items.led .details { grid-column: 2; }
.items.beside li { grid-template-columns: 8.5rem 1fr 1fr; }
.items.beside .details { grid-column: 3; margin: 0; }
.items .head { color: var(--soft); font-size: .85em; font-weight: 600; padding-bottom: .25rem; }
.details { margin-top: .25rem; font-size: .95em; } .details dt { font-size: .9em; }
.details div + div { margin-top: .35rem; }
.led .lead { color: var(--soft); font-variant-numeric: tabular-nums; }
.lead.strong, .lead.partial, .lead.gap, .lead.to_assess { font-weight: 600; }
.lead.strong { color: var(--strong); } .lead.partial { color: var(--partial); }
.lead.gap { color: var(--gap); } .lead.to_assess { color: var(--to-assess); }
.lead.strong::before, .lead.partial::before, .lead.gap::before, .lead.to_assess::before {
  content: ""; display: inline-block; width: .75em; height: .75em; margin-right: .5em;
  border: 2px solid currentColor; border-radius: 50%; print-color-adjust: exact; }
.lead.strong::before { background: currentColor; }
.lead.partial::before { background: linear-gradient(90deg, currentColor 50%, transparent 50%); }
.lead.to_assess::before { border-style: dotted; }
table { border-collapse: collapse; width: 100%; margin-top: .75rem; table-layout: fixed;
  font-variant-numeric: tabular-nums; }
th, td { text-align: start; vertical-align: top; padding: .4rem .75rem .4rem 0;
  border-bottom: 1px solid var(--line); overflow-wrap: break-word; hyphens: auto; }
th { color: var(--soft); font-weight: 600; font-size: .85em; border-bottom-width: 2px; }
.blanks { display: flex; gap: 2rem; margin-top: 3.5rem; }
.blanks div { flex: 1; border-top: 1px solid var(--text); padding-top: .25rem;
  color: var(--soft); font-size: .85em; }
@media screen and (max-width: 40rem) {
  body { padding: 1.25rem 1rem 3rem; }
  .items.led li, .items.beside li { grid-template-columns: 1fr; }
  .items.led .details, .items.beside .details { grid-column: 1; }
  .items .head { display: none !important; }
  table { display: block; overflow-x: auto; } td, th { min-width: 6rem; }
}
@page { size: $side; margin: 16mm; }
@media print {
  :root { --text: #000; --soft: #444; --line: #bbb; --page: #fff; --raised: #f4f4f4;
    --accent: #000; --strong: #1c5a26; --partial: #17457f; --gap: #6e3c00; --to-assess: #444; }
  body { max-width: none; margin: 0; padding: 0; font-size: 9.5pt; }
  h2.opens { break-before: page; border-top: 0; padding-top: 0; margin-top: 0; }
  h1, h2, h3, h4, .note, .head { break-after: avoid; }
  li, tr, .facts div, .figures, .blanks { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
  thead { display: table-header-group; } a { text-decoration: none; }
  .facts { grid-template-columns: 1fr 1fr; }
}
</style>
</head>
<body>
$body
</body>
</html>
""")
