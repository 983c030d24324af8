//! Making a Word file of 10,000 characters with 20 pictures and 10 tables, against pandoc making one of the same
//! Markdown. Whole processes, from files to a file, taking turns.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use luoxuan::BlobId;
use luoxuan::catalog::{Language, preset};
use luoxuan::manuscript::Picture;
use luoxuan::office::word;
use luoxuan_tests::texts::{article, manuscript_of};

use crate::report::{Bar, Figure, Row, Sample, Topic};
use crate::stage::tools::setting;
use crate::stand::Outcome;

/// How often each is run, after one run that does not count.
const ROUNDS: usize = 15;
/// The promise: at most this part of pandoc's time.
const BAR: f64 = 0.2;

/// Our side, as a process of its own: reads what pandoc reads, writes what pandoc writes.
pub(crate) fn make_file(folder: &Path) -> Outcome {
    let text = fs::read_to_string(folder.join("ours.md"))?;
    let mut album = BTreeMap::new();
    for file in fs::read_dir(folder.join("pictures"))? {
        let bytes = fs::read(file?.path())?;
        album.insert(
            BlobId::of(&bytes),
            Picture {
                bytes,
                ..Picture::default()
            },
        );
    }
    let rules = preset("general").ok_or("no rules")?.rules(Language::ZhHans);
    let made = word(
        &manuscript_of(&text),
        &rules.layout,
        &album,
        Language::ZhHans,
        &mut |_| {},
    )?;
    fs::write(folder.join("ours.docx"), made.bytes)?;
    Ok(())
}

pub(crate) fn measure() -> Outcome<Topic> {
    let pandoc = setting("LUOXUAN_PANDOC");
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("word");
    fs::create_dir_all(folder.join("pictures"))?;
    let (text, album) = article(2026, 10_000, 20, 10);
    let mut theirs = text.clone();
    for (id, picture) in &album {
        fs::write(folder.join(format!("pictures/{id}.png")), &picture.bytes)?;
        theirs = theirs.replace(&format!("luoxuan:{id}"), &format!("pictures/{id}.png"));
    }
    fs::write(folder.join("ours.md"), &text)?;
    fs::write(folder.join("theirs.md"), theirs)?;

    let mut ours = Command::new(std::env::current_exe()?);
    ours.arg("make").arg(&folder);
    let mut other = Command::new(pandoc);
    other.args(["theirs.md", "-o", "theirs.docx"]).current_dir(&folder);
    let mut times = (Sample::default(), Sample::default());
    for round in 0..=ROUNDS {
        let (mine, yours) = (time(&mut ours)?, time(&mut other)?);
        if round > 0 {
            times.0.push(mine);
            times.1.push(yours);
        }
    }
    let size = |name: &str| fs::metadata(folder.join(name)).map(|file| file.len() / 1000);
    Ok(Topic {
        title: "A Word file",
        text: format!(
            "A Word file of {} characters of Markdown, {} pictures and 10 tables: whole processes from files to a file, \
             {ROUNDS} runs each, in turns. Ours weighs {} kB, pandoc's {} kB.",
            text.chars().count(),
            album.len(),
            size("ours.docx")?,
            size("theirs.docx")?
        ),
        rows: vec![Row {
            what: "making the file".into(),
            peer: "pandoc".into(),
            unit: "ms",
            figure: Figure::Median,
            bar: Bar::Times(BAR),
            full: times,
            slow: Default::default(),
        }],
    })
}

fn time(command: &mut Command) -> Outcome<f64> {
    let start = Instant::now();
    let status = command.status()?;
    let took = start.elapsed();
    if status.success() {
        Ok(took.as_secs_f64() * 1e3)
    } else {
        Err(format!("{command:?}: {status}").into())
    }
}
