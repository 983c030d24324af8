//! Taking copies back in: looked into, counted, and merged only when the person says so.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use leptos::prelude::Set;
use luoxuan::journal::{read_lines, write_lines};
use luoxuan::store::Store;
use wasm_bindgen::JsValue;
use web_sys::File;

use super::backup::Backup;
use crate::browser::clock;
use crate::browser::worker::{Counts, Job, WorkerError, bytes, verb};
use crate::i18n::backup as t;

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
            job.give(verb::LINES, &[Uint8Array::from(lines.as_bytes()).into()]);
            let now = clock::now();
            let files: Array = chosen.iter().map(JsValue::from).collect();
            #[allow(clippy::cast_precision_loss)]
            let with: [JsValue; 8] = [
                self.tag(),
                keeper.device().to_string().into(),
                (now.millis() as f64).into(),
                f64::from(now.offset()).into(),
                keeper.database().name().into(),
                how.all.into(),
                how.copies.into(),
                files.into(),
            ];
            let progress = |done| self.progress(t::READING, Some(done));
            let answer = job.answer(verb::LOOK, &with, &progress).await?;
            Ok((job, answer))
        };
        match self.alone(t::READING, work).await? {
            Ok((job, answer)) => {
                let staged = staged(&answer, chosen, how, job);
                if staged.is_none() {
                    self.tell_no_answer(WorkerError::Stopped);
                }
                staged.map(Looked::Staged)
            }
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
        job.give(verb::GIVE, &[]);
        let work = async {
            loop {
                let message = job.heard().await?;
                match message.shift().as_string().as_deref() {
                    Some(verb::PICTURE) => {
                        if let Err(error) = database.put_blob(&bytes(&message.get(0))).await {
                            keeper.report(&error);
                            return Ok(None);
                        }
                        pictures += 1;
                        self.progress(t::TAKING_IN, Some(f64::from(pictures) / f64::from(all.max(1))));
                    }
                    Some(verb::LINES) => {
                        count += notebook.import(read_lines(&bytes(&message.get(0))).0).await;
                        let count = u32::try_from(count).unwrap_or(u32::MAX);
                        self.progress(t::TAKING_IN, Some(f64::from(count) / f64::from(words)));
                    }
                    Some(verb::DONE) => return Ok(Some(count)),
                    Some(verb::REFUSED) => {
                        return Err(WorkerError::Refused(message.get(0).as_string().unwrap_or_default()));
                    }
                    _ => return Err(WorkerError::Stopped),
                }
                job.give(verb::NEXT, &[]);
            }
        };
        match self.alone(t::TAKING_IN, work).await? {
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

fn staged(answer: &Array, files: Vec<File>, how: How, job: Job) -> Option<Staged> {
    let mut numbers = [0; Counts::NUMBER];
    for number in &mut numbers {
        // Counts of at most 32 bits.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let counted = answer.shift().as_f64()? as u32;
        *number = counted;
    }
    let sentences = Array::from(&answer.shift());
    Some(Staged {
        counts: Counts::from_numbers(numbers),
        sentences: sentences.iter().filter_map(|sentence| sentence.as_string()).collect(),
        aside: bytes(&answer.shift()).into(),
        files,
        how,
        job: Rc::new(RefCell::new(Some(job))),
    })
}
