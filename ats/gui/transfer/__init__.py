"""In and out: a file of applications comes in with a preview, any selection goes out."""
