//! `cargo xtask serve`.

use std::path::Path;
use std::time::{Duration, SystemTime};
use std::{fs, thread};

use crate::files;
use crate::outcome::Outcome;
use crate::shell::{command, which};
use crate::site::{self, Build, Offline};

/// How to serve.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Options {
    open: bool,
    port: u16,
    watch: bool,
    release: bool,
}

impl Options {
    /// Reads the command line.
    pub(crate) fn read(arguments: &[&str]) -> Outcome<Self> {
        let mut options = Self {
            open: false,
            port: 8080,
            watch: false,
            release: false,
        };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            match *argument {
                "--open" => options.open = true,
                "--watch" => options.watch = true,
                "--release" => options.release = true,
                "--port" => {
                    let port = rest.next().and_then(|port| port.parse().ok());
                    options.port = port.ok_or("--port needs a number from 0 to 65535")?;
                }
                other => return Err(format!("serve does not know {other}")),
            }
        }
        Ok(options)
    }
}

/// Builds, serves, prints the address; with `--watch` builds again after each change.
pub(crate) fn run(options: &Options) -> Outcome {
    let (kind, offline) = if options.release {
        (Build::Release, Offline::Works)
    } else {
        (Build::Development, Offline::Not)
    };
    let build = || site::build(kind, offline);
    let port = files::serve(build()?, options.port)?;
    let address = format!("http://127.0.0.1:{port}/");
    println!("Luoxuan is at {address} (Ctrl C ends)");
    if options.open
        && let Some(opener) = ["xdg-open", "open"]
            .into_iter()
            .find(|program| which(program).is_some())
    {
        // Without a desktop the address above is enough.
        let _ = command(opener, &[&address]).status();
    }
    let mut built = SystemTime::now();
    loop {
        thread::sleep(Duration::from_millis(500));
        if options.watch && newest(&["core/src", "web", "index.html"]).is_some_and(|changed| changed > built) {
            built = SystemTime::now();
            match build() {
                Ok(_) => println!("built; reload {address}"),
                // The last good build stays; the compiler has said what is wrong.
                Err(why) => eprintln!("{why}"),
            }
        }
    }
}

/// When anything below these paths last changed.
fn newest(paths: &[&str]) -> Option<SystemTime> {
    fn walk(path: &Path, newest: &mut Option<SystemTime>) {
        if let Ok(entries) = fs::read_dir(path) {
            for entry in entries.flatten() {
                walk(&entry.path(), newest);
            }
        } else if let Ok(changed) = fs::metadata(path).and_then(|meta| meta.modified()) {
            *newest = Some(newest.map_or(changed, |known| known.max(changed)));
        }
    }
    let mut found = None;
    for path in paths {
        walk(Path::new(path), &mut found);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read_and_strangers_refused() {
        let read = Options::read(&["--port", "0", "--open"]);
        assert_eq!(
            read,
            Ok(Options {
                open: true,
                port: 0,
                watch: false,
                release: false
            })
        );
        assert!(Options::read(&["--port"]).is_err());
        assert!(Options::read(&["--fast"]).is_err());
    }
}
