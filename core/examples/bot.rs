//! A chat that walks a teacher round the spiral: it asks the next question and keeps each answer in a folder.
//!
//! `cargo run -p luoxuan --features folder --example bot -- ~/journal`
//!
//! `/skip` asks another question, `/next` goes on to the next step, `/undo` takes the last answer back; a new problem goes
//! into the next turn, or with `/own` into a spiral of its own.

use std::error::Error;
use std::fs::File;
use std::io::{BufRead, Read, stdin};
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use luoxuan::catalog::{Labelled, Language::ZhHans, prompts};
use luoxuan::notebook::{Notebook, World};
use luoxuan::spiral::Step;
use luoxuan::store::{FolderStore, ready};
use luoxuan::{Fate, RecordId, Spiral, Timestamp};

struct System;

impl World for System {
    fn now(&mut self) -> Timestamp {
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        Timestamp::new(now.map_or(0, |now| now.as_secs().cast_signed() * 1000), 480)
    }

    fn random(&mut self) -> [u8; 16] {
        let mut bytes = [0; 16];
        let read = File::open("/dev/urandom").and_then(|mut file| file.read_exact(&mut bytes));
        read.expect("a system that draws at random");
        bytes
    }
}

async fn talk(folder: PathBuf, mut said: impl Iterator<Item = String>) -> Result<(), Box<dyn Error>> {
    // Not in the folder: who copies that to another computer must not write under the same device.
    let state = folder.with_extension("device");
    let device = FolderStore::device(&folder, &state, System.random())?;
    let mut notebook = Notebook::open(FolderStore::open(folder, device)?, System, device).await?;
    let begun = notebook.index().of_kind::<Spiral>().next().map(|(id, _)| id);
    let mut spiral = match begun {
        Some(spiral) => spiral,
        None => notebook.add(&Spiral::default()).await?,
    };
    let (mut writing, mut skipped) = (None::<RecordId>, 0);
    while let Some(mut next) = notebook.next(spiral) {
        // Its other questions, until the teacher goes on.
        if let Some(entry) = writing.and_then(|id| notebook.index().entry(id)) {
            (next.record, next.entry, next.asked) = (writing, entry.clone(), prompts(entry));
        }
        let prompt = next.asked[skipped % next.asked.len()];
        let deciding = match next.step {
            Step::DecideFate(problem) if writing.is_none() => Some(problem),
            _ => None,
        };
        let words = deciding.map_or(prompt.words, |_| next.step.label());
        println!("{}：{}", next.entry.phase.label().in_(ZhHans), words.in_(ZhHans));
        let Some(answer) = said.next() else { break };
        match (answer.as_str(), deciding) {
            ("/undo", _) => drop(notebook.undo().await?),
            ("/own", Some(problem)) => spiral = notebook.decide(problem, Fate::OwnSpiral).await?.unwrap_or(spiral),
            (_, Some(problem)) => drop(notebook.decide(problem, Fate::NextTurn).await?),
            ("/skip", _) => skipped += 1,
            ("/next", _) => (writing, skipped) = (None, 0),
            _ => {
                prompt.answer(&mut next.entry, &answer);
                next.entry.written.get_or_insert(notebook.now());
                writing = match next.record {
                    Some(id) => notebook.put(id, &next.entry).await.map(|()| Some(id))?,
                    None => Some(notebook.add(&next.entry).await?),
                };
            }
        }
        notebook.refresh().await?;
    }
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("bot FOLDER")?;
    let said = stdin().lock().lines().map_while(Result::ok);
    ready(talk(folder.into(), said)).ok_or("a folder never waits")?
}
