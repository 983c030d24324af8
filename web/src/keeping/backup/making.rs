//! Making a copy: what is handed to the worker, and where what it makes goes.

use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use luoxuan::RecordId;
use luoxuan::journal::write_lines;
use wasm_bindgen::JsCast;
use web_sys::Blob;

use super::super::Keeper;
use super::super::copies::{archive_name, part_name, words_name};
use super::Backup;
use crate::browser::clock::{self, yield_now};
use crate::browser::files::{self, FolderError};
use crate::browser::storage;
use crate::browser::worker::{Job, WorkerError};
use crate::i18n::backup as t;
use crate::protocol::{Answer, BackupWish, Destination, Question};

/// A journal with its pictures is large from so many bytes on.
const LARGE: f64 = 200_000_000.0;

impl Backup {
    /// Hands every line of the log to a worker, a piece at a time, and what only this page holds. Answers whether the whole
    /// log could be read.
    pub(super) async fn give_lines(self, keeper: &Keeper, job: &Job) -> bool {
        let database = keeper.database();
        let (mut next, mut whole) = (Some(0), true);
        while let Some(from) = next.take() {
            match database.pieces(from).await {
                Ok(answered) => {
                    whole &= answered.unreadable == 0;
                    for piece in answered.pieces {
                        job.give(&Question::Lines(piece));
                    }
                    next = answered.next;
                }
                Err(_) => whole = false,
            }
        }
        give_own(keeper, job, whole).await;
        whole
    }

    /// What is asked for: a copy of this journal in the language of the page.
    pub(super) fn wish(self, keeper: &Keeper, name: String, pictures: bool, to: Destination) -> BackupWish {
        BackupWish {
            language: self.language(),
            journal: keeper.database().name().to_owned(),
            name,
            pictures,
            to,
        }
    }

    /// Has a worker make a copy, which goes where it is told to. What waits to be handed on, and whether everything could be
    /// read.
    pub(super) async fn copy(self, keeper: &Keeper, wish: &BackupWish) -> Result<(Vec<Blob>, bool), WorkerError> {
        files::clear_desk().await;
        let mut sound = keeper.status().with_untracked(|status| status.trouble.is_none());
        loop {
            let mut job = Job::start().await?;
            // The worker reads the log; what is not in it only this page has.
            give_own(keeper, &job, sound).await;
            let question = Question::Backup(wish.clone());
            let progress = |done| self.progress(t::COPYING, Some(done));
            let Answer::Backup { whole, files: waiting } = job.ask_and_watch(&question, progress).await? else {
                return Err(WorkerError::Stopped);
            };
            if whole || !sound {
                return Ok((waiting.iter().filter_map(|file| file.dyn_into().ok()).collect(), whole));
            }
            // Once more, with every text this page holds.
            sound = false;
        }
    }

    /// Makes a copy of everything and hands it to the person as a file.
    pub fn save(self) {
        leptos::task::spawn_local(async move {
            self.download().await;
        });
    }

    /// The same, for those who wait for it. Whether there is a copy now.
    pub async fn download(self) -> bool {
        let Some(keeper) = self.keeper.try_get_value() else {
            return false;
        };
        let now = clock::now();
        let name = archive_name(now, keeper.device());
        // What is large goes straight where it is to stay: on its way through the browser it would need its room twice.
        let large = storage::room().await.is_some_and(|room| room.used > LARGE);
        let to = if large && files::can_pick() {
            match files::pick(&name).await {
                Ok(to) => Destination::File(to),
                Err(FolderError::Cancelled) => return false,
                // Too long after the click, or not here.
                Err(_) => Destination::Download,
            }
        } else {
            Destination::Download
        };
        let picked = matches!(to, Destination::File(_));
        let wish = self.wish(&keeper, name, true, to);
        let made = self.alone(t::COPYING, self.copy(&keeper, &wish)).await;
        match made {
            Some(Ok((waiting, whole))) if hand_on(&wish.name, &waiting).is_some() => {
                if whole {
                    self.copied(&keeper, now).await;
                    self.tell(match waiting.len() {
                        0 if picked => t::PICKED,
                        0 | 1 => t::DOWNLOADED,
                        _ => t::DOWNLOADED_IN_PARTS,
                    });
                } else {
                    self.tell(t::INCOMPLETE);
                }
                true
            }
            Some(Err(why)) => {
                self.tell_no_answer(why);
                false
            }
            _ => false,
        }
    }

    /// Makes a copy of the words alone. It is small, and there is always a way to it: where the worker cannot, the lines go
    /// out as they lie in the log.
    pub fn save_words(self) {
        let Some(keeper) = self.keeper.try_get_value() else {
            return;
        };
        leptos::task::spawn_local(async move {
            let name = words_name(clock::now(), keeper.device());
            let wish = self.wish(&keeper, name, false, Destination::Download);
            let work = async {
                match self.copy(&keeper, &wish).await {
                    Ok((waiting, whole)) => hand_on(&wish.name, &waiting).map(|()| whole),
                    Err(_) => self.save_lines(&keeper, &wish.name).await,
                }
            };
            match self.alone(t::COPYING, work).await {
                Some(Some(true)) => self.tell(t::WORDS_SAVED),
                Some(Some(false)) => self.tell(t::INCOMPLETE),
                Some(None) => self.tell(t::NO_WORKER),
                None => {}
            }
        });
    }

    /// The lines of the log as a file, without a worker.
    async fn save_lines(self, keeper: &Keeper, name: &str) -> Option<bool> {
        let (lines, database) = (Array::new(), keeper.database());
        let (mut next, mut whole) = (Some(0), true);
        while let Some(from) = next.take() {
            match database.pieces(from).await {
                Ok(answered) => {
                    whole &= answered.unreadable == 0;
                    for piece in &answered.pieces {
                        lines.push(piece);
                    }
                    next = answered.next;
                }
                Err(_) => whole = false,
            }
        }
        for some in keeper.not_in_log(whole).chunks(200) {
            lines.push(&Uint8Array::from(write_lines(some).as_bytes()));
        }
        let file = Blob::new_with_u8_array_sequence(&lines).ok()?;
        files::hand_on(&name.replace(".zip", ".jsonl"), &file)?;
        Some(whole)
    }

    /// Writes one spiral as a Markdown file and hands it to the person.
    pub fn save_spiral(self, id: RecordId, title: String) {
        let Some(keeper) = self.keeper.try_get_value() else {
            return;
        };
        leptos::task::spawn_local(async move {
            let work = async {
                let mut job = Job::start().await?;
                self.give_lines(&keeper, &job).await;
                let language = self.language();
                match job.ask(&Question::Spiral { id, language }).await? {
                    Answer::Spiral(text) => Ok(text),
                    _ => Err(WorkerError::Stopped),
                }
            };
            match self.alone(t::COPYING, work).await {
                Some(Ok(text)) => {
                    let name: String = title
                        .chars()
                        .map(|c| {
                            if c.is_control() || "\\/:*?\"<>|".contains(c) {
                                ' '
                            } else {
                                c
                            }
                        })
                        .take(60)
                        .collect();
                    files::download(&format!("{}.md", name.trim()), "text/markdown", text.as_bytes());
                }
                Some(Err(why)) => self.tell_no_answer(why),
                None => {}
            }
        });
    }
}

/// Hands a worker what only this page holds, a piece at a time; with `whole`, beside a log that could all be read.
async fn give_own(keeper: &Keeper, job: &Job, whole: bool) {
    for some in keeper.not_in_log(whole).chunks(200) {
        job.give_lines(&write_lines(some));
        yield_now().await;
    }
}

/// Hands on what waits: one file, or several with their numbers.
fn hand_on(name: &str, waiting: &[Blob]) -> Option<()> {
    match waiting {
        [file] => files::hand_on(name, file),
        _ => {
            for (number, file) in (1..).zip(waiting) {
                files::hand_on(&part_name(name, number), file)?;
            }
            Some(())
        }
    }
}
