//! Browsers that are not today's, for the stories that are played in them: installed if they are missing, and named.

use std::fs;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use crate::outcome::Outcome;
use crate::setup::{MODULES, npm_install, packages};
use crate::shell::{command, run, which};

/// Where they are, as the stories are told.
pub(crate) fn environment() -> Outcome<Vec<(String, String)>> {
    let driver = || which("WebKitWebDriver").zip(minibrowser());
    let missing: Vec<&str> = [
        ("webkit2gtk-driver", driver().is_none()),
        ("xvfb", which("Xvfb").is_none()),
        ("python3-gi", !Path::new("/usr/lib/python3/dist-packages/gi").is_dir()),
        ("gir1.2-webkit2-4.1", !describes_webkit()),
        ("poppler-utils", which("pdftotext").is_none()),
    ]
    .into_iter()
    .filter_map(|(package, missing)| missing.then_some(package))
    .collect();
    packages("the stories in WebKit", &missing)?;
    let (driver, browser) = driver().ok_or("WebKitWebDriver and its MiniBrowser are not where Debian puts them")?;
    let screen = which("Xvfb").ok_or("Xvfb is not on the path")?;
    let text = which("pdftotext").ok_or("pdftotext is not on the path")?;
    let mut named = vec![
        ("LUOXUAN_WEBKITDRIVER".to_owned(), driver),
        ("LUOXUAN_MINIBROWSER".to_owned(), browser),
        ("LUOXUAN_XVFB".to_owned(), screen),
        // The one that Debian's packages belong to, whatever else is on the path.
        ("LUOXUAN_PYTHON".to_owned(), PathBuf::from("/usr/bin/python3")),
        ("LUOXUAN_PDFTOTEXT".to_owned(), text),
    ];
    for (version, package) in OLDER {
        named.push((format!("LUOXUAN_CHROMIUM_{version}"), older(version, package)?));
    }
    Ok(named
        .into_iter()
        .map(|(name, program)| (name, program.display().to_string()))
        .collect())
}

/// Chromiums the stories are played in beside today's, by their packages: one that is too old, the oldest that is promised
/// anything, the one Windows 7 ends with, and one that schools' browsers are made of.
const OLDER: [(&str, &str); 4] = [
    ("86", "chrome-aws-lambda@5.3.1"),
    ("92", "@sparticuz/chromium@92.0.0"),
    ("109", "@sparticuz/chromium@109.0.6"),
    ("122", "@sparticuz/chromium@122.0.0"),
];

/// An older Chromium, unpacked from an npm package, which holds it packed by brotli.
fn older(version: &str, package: &str) -> Outcome<PathBuf> {
    let name = format!("chromium-{version}");
    let folder = Path::new(MODULES).join(&name);
    let program = folder.join("bin/chromium");
    if !program.is_file() {
        let alias = format!("{name}@npm:{package}");
        // What would drive it is not wanted.
        let mut install = npm_install(&format!("Chromium {version}"), "half a minute")?;
        run(install.arg("--legacy-peer-deps").arg(alias))?;
        unpack(&folder.join("bin/chromium.br"), &program)?;
    }
    fs::canonicalize(&program).map_err(|error| format!("{}: {error}", program.display()))
}

/// Unpacks a program, under another name until it is whole.
fn unpack(packed: &Path, program: &Path) -> Outcome {
    let (half, why) = (program.with_extension("half"), |error: std::io::Error| {
        format!("{}: {error}", packed.display())
    });
    let mut from = BufReader::new(fs::File::open(packed).map_err(why)?);
    brotli::BrotliDecompress(&mut from, &mut fs::File::create(&half).map_err(why)?).map_err(why)?;
    run(command("chmod", &["+x"]).arg(&half))?;
    fs::rename(&half, program).map_err(why)
}

fn folders(path: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = fs::read_dir(path).into_iter().flatten().flatten();
    entries.map(|entry| entry.path())
}

/// Whether scripts can speak to `WebKit`, by which a page is printed.
fn describes_webkit() -> bool {
    folders(Path::new("/usr/lib")).any(|machine| machine.join("girepository-1.0/WebKit2-4.1.typelib").is_file())
}

/// The browser that `WebKit`'s driver drives, beside the library wherever this machine's kind has it.
fn minibrowser() -> Option<PathBuf> {
    folders(Path::new("/usr/lib"))
        .flat_map(|machine| folders(&machine).collect::<Vec<_>>())
        .filter(|folder| folder.to_string_lossy().contains("/webkit2gtk-4."))
        .map(|folder| folder.join("MiniBrowser"))
        .find(|program| program.is_file())
}
