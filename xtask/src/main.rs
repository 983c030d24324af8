//! `cargo xtask`: sets up what is missing, then serves, tests or builds.

mod bench;
mod circles;
mod close_up;
mod cut;
mod files;
mod floor;
mod long;
mod look;
mod news;
mod one_file;
mod others;
mod outcome;
mod page;
mod prove;
mod scratch;
mod serve;
mod setup;
mod shell;
mod shorten;
mod site;
mod tally;
mod test;
mod wasm;
mod weigh;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask serve [--open] [--port N] [--watch] [--release]
                                                  build the page, quickly, and serve it on this computer; --release
                                                  serves what `dist` makes
cargo xtask test                                  everything CI checks
cargo xtask test lints | core | page              a tier of it: format and lints; the core's tests, natively; the page's
                                                  parts, in a browser
cargo xtask test e2e [STORY …]                    stories whose names contain one of these, on a development build
cargo xtask prove [--rounds N] [--write] [STORY]  kills, fills, breaks and races the built page (20 rounds; 200 are
                                                  the full figures) and prints a table; --write puts its rows
                                                  into docs/, --read LOG takes them from an earlier run
cargo xtask bench [--write] [TOPIC …] [--sizes N,N]
                                                  measures the page beside TiddlyWiki and others, and Word files beside
                                                  pandoc, and writes docs/performance.md (half an hour). TOPIC: start,
                                                  keys, long, search, save, kept, scroll, markdown, memory, file, word;
                                                  a part is only printed without --write. It fails only if it cannot measure, not if a promise
                                                  is not kept.
cargo xtask screens FOLDER [BROWSER]              pictures of every place, wide and narrow, light and dark, for people to
                                                  look at; BROWSER: chromium, chromium-92, chromium-109, webkit
cargo xtask facts                                 tries out what browsers do to what they keep, on which the page relies
cargo xtask dist [--one-file]                     the static site in dist/, for any file server, and in it luoxuan.html,
                                                  the program in one file that opens from a disk or a stick

Each command first installs what is missing and says so.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    // `cargo xtask` may be called from any folder of the workspace.
    if let Err(error) = std::env::set_current_dir(shell::root()) {
        eprintln!("xtask: {error}");
        return ExitCode::FAILURE;
    }
    let outcome = match arguments.as_slice() {
        ["serve", options @ ..] => serve::Options::read(options).and_then(|options| serve::run(&options)),
        ["test", words @ ..] => test::Scope::read(words).and_then(|scope| test::run(&scope)),
        ["prove", options @ ..] => prove::Options::read(options).and_then(|options| prove::run(&options)),
        ["bench", options @ ..] => bench::Options::read(options).and_then(|options| bench::run_all(&options)),
        ["screens", words @ ..] => look::Screens::read(words).and_then(|screens| look::screens(&screens)),
        ["facts"] => look::facts(),
        ["dist"] => site::build(site::Build::Release, site::Offline::Works)
            .map(|site| println!("{}/ is ready for any file server.", site.display())),
        ["dist", "--one-file"] => site::build(site::Build::Release, site::Offline::Works)
            .map(|site| println!("{} opens from a disk or a stick.", site.join(one_file::NAME).display())),
        _ => {
            println!("{HELP}");
            return if matches!(arguments.as_slice(), [] | ["--help" | "-h" | "help"]) {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            };
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("xtask: {why}");
            ExitCode::FAILURE
        }
    }
}
