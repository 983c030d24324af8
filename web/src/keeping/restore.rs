//! Taking copies back in: looked into, counted, and merged only when the person says so.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::Set;
use luoxuan::journal::{read_lines, write_lines};
use luoxuan::store::Store;
use wasm_bindgen::JsValue;
use web_sys::File;

use super::backup::Backup;
use crate::browser::clock;
use crate::browser::worker::{Job, WorkerError};
use crate::i18n::backup as t;
use crate::protocol::{Answer, Counts, LookWish, Question};

/// What came of looking into files.
#[derive(Clone)]
pub enum Looked {
    /// They can be taken in.
    Staged(Staged),
    /// Reading them may take long or much memory, as the sentence says. The person may say that it is to go on.
    Hesitates(String, Vec<File>),
}

/// How files are to be looked into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct How {
    /// Whatever time and memory it takes.
    pub all: bool,
    /// The reading copy for notes.
    pub copies: bool,
}

/// What files would bring. Nothing has changed yet.
#[derive(Clone)]
pub struct Staged {
    /// What was counted.
    pub counts: Counts,
    /// What is missing or could not be read, and why.
    pub sentences: Vec<String>,
    /// Bytes that could not be read, as they were.
    pub aside: Rc<[u8]>,
    /// The files.
    pub files: Vec<File>,
    /// How they were looked into.
    pub how: How,
    /// The worker that has looked, and gives what it found once.
    job: Rc<RefCell<Option<Job>>>,
}

impl Staged {
    /// Whether there is anything to take in.
    pub fn brings(&self) -> bool {
        self.counts.added > 0 || self.counts.pictures > 0
    }
}

impl Backup {
    /// Looks into files the person chose and says what they would bring; `None` if they are no use, which
    /// the person has been told.
    pub async fn look_into(self, chosen: Vec<File>, how: How) -> Option<Looked> {
        let keeper = self.notebook.keeper();
        let work = async {
            let mut job = Job::start().await?;
            // The worker reads the log; what is not in it only this page has.
            let lines = write_lines(&keeper.not_in_log(true));
            job.give_lines(&lines);
            let wish = LookWish {
                language: self.language(),
                device: keeper.device(),
                now: clock::now(),
                journal: keeper.database().name().to_owned(),
                all: how.all,
                copies: how.copies,
                files: chosen.iter().map(JsValue::from).collect(),
            };
            let progress = |done| self.progress(t::READING, Some(done));
            let Answer::Looked {
                counts,
                sentences,
                aside,
            } = job.ask_and_watch(&Question::Look(wish), progress).await?
            else {
                return Err(WorkerError::Stopped);
            };
            Ok((job, counts, sentences, aside))
        };
        match self.in_turn(t::READING, work).await? {
            Ok((job, counts, sentences, aside)) => Some(Looked::Staged(Staged {
                counts,
                sentences,
                aside: aside.to_vec().into(),
                files: chosen,
                how,
                job: Rc::new(RefCell::new(Some(job))),
            })),
            Err(WorkerError::Hesitates(why)) => Some(Looked::Hesitates(why, chosen)),
            Err(why) => {
                self.tell_no_answer(why);
                None
            }
        }
    }

    /// Takes it in, piece by piece. Merging only adds. Says how many revisions were new.
    pub async fn take_in(self, staged: Staged) -> Option<usize> {
        let mut job = staged.job.take()?;
        let (notebook, keeper) = (self.notebook, self.notebook.keeper());
        let (database, before) = (keeper.database(), keeper.manifest());
        let (mut pictures, mut count) = (0_u32, 0);
        let (all, words) = (staged.counts.pictures, staged.counts.added.max(1));
        job.give(&Question::Give);
        let work = async {
            loop {
                match job.heard().await? {
                    Answer::Picture(picture) => {
                        if let Err(error) = database.put_blob(&picture.to_vec()).await {
                            keeper.report(&error);
                            return Ok(None);
                        }
                        pictures += 1;
                        self.progress(t::TAKING_IN, Some(f64::from(pictures) / f64::from(all.max(1))));
                    }
                    Answer::Lines(lines) => {
                        count += notebook.import(read_lines(&lines.to_vec()).0).await;
                        let count = u32::try_from(count).unwrap_or(u32::MAX);
                        self.progress(t::TAKING_IN, Some(f64::from(count) / f64::from(words)));
                    }
                    Answer::Given => return Ok(Some(count)),
                    _ => return Err(WorkerError::Stopped),
                }
                job.give(&Question::Next);
            }
        };
        match self.in_turn(t::TAKING_IN, work).await? {
            Ok(count) => {
                keeper.restored_since(before).await;
                self.work.try_set(None);
                count
            }
            Err(why) => {
                self.tell_no_answer(why);
                None
            }
        }
    }
}
