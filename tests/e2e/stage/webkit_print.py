"""Prints one place of the demonstration as WebKit prints it: its driver has no command for that.

webkit_print.py ADDRESS PLACE WORDS FILE: opens the page, then the demonstration, then the place; once the words stand
there it is printed into the file.
"""

import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

address, place, words, file = sys.argv[1:]

# What is done next, and the words that must stand on the page first.
STEPS = [
    ("看看示范手记", "[...document.querySelectorAll('button, a')].find((it) => it.innerText.includes('看看示范手记')).click()"),
    ("起步习作怎样写具体", f"location.hash = {place!r}"),
    (words, None),
]

view = WebKit2.WebView()
window = Gtk.Window()
window.set_default_size(1200, 900)
window.add(view)
window.show_all()


def give_up(why):
    print(why, file=sys.stderr)
    Gtk.main_quit()


def to_paper():
    settings = Gtk.PrintSettings()
    settings.set_printer("Print to File")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, "file://" + file)
    printing = WebKit2.PrintOperation.new(view)
    printing.set_print_settings(settings)
    printing.connect("failed", lambda _, error: give_up(error.message))
    printing.connect("finished", lambda _: Gtk.main_quit())
    printing.print_()


def heard(_, result):
    text = view.evaluate_javascript_finish(result).to_string()
    wanted, script = STEPS[0]
    if wanted in text:
        STEPS.pop(0)
        if script is None:
            return to_paper()
        view.evaluate_javascript(script, -1, None, None, None, None)
    GLib.timeout_add(300, look)


def look():
    view.evaluate_javascript("document.body.innerText", -1, None, None, None, heard)


view.connect("load-changed", lambda _, event: event == WebKit2.LoadEvent.FINISHED and look())
view.load_uri(address)
GLib.timeout_add_seconds(90, lambda: give_up(f"“{STEPS[0][0]}” does not come"))
Gtk.main()
