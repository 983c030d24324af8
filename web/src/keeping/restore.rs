//! Taking copies back in: staged, counted, and merged only when the person says so.

use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use leptos::prelude::Set;
use luoxuan::journal::read_lines;
use luoxuan::store::Store;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::File;

use super::backup::Backup;
use crate::browser::clock;
use crate::browser::files;
use crate::browser::worker::{Counts, Job, NoAnswer, bytes, verb};
use crate::i18n::backup as t;
use crate::i18n::fill;

/// What came of looking into files.
#[derive(Clone)]
pub enum Looked {
    /// They can be taken in.
    Staged(Staged),
    /// Reading them may take long or much memory, as the sentence says. The person may say that it is to go on.
    Hesitates(String, Vec<File>),
}

/// What files would bring. Nothing has changed yet.
#[derive(Clone)]
pub struct Staged {
    /// What was counted.
    pub counts: Counts,
    /// How many pictures come with it.
    pub pictures: u32,
    /// Bytes that could not be read, as they were.
    pub aside: Rc<[u8]>,
    /// The files.
    pub files: Vec<File>,
    lines: Uint8Array,
    blobs: Array,
}

impl Staged {
    /// Whether there is anything to take in.
    pub fn brings(&self) -> bool {
        self.counts.added > 0 || self.pictures > 0
    }
}

impl Backup {
    /// Reads files the person chose and says what they would bring; `None` if they are no use, which
    /// the person has been told. With `all`, whatever time and memory it takes.
    pub async fn look_into(self, chosen: Vec<File>, all: bool) -> Option<Looked> {
        let keeper = self.notebook.keeper();
        let work = async {
            let job = Job::start().await?;
            for file in &chosen {
                let read = files::read(file).await;
                let unreadable = || NoAnswer::Refused(fill(self.words(t::UNREADABLE), &[("name", &file.name())]));
                let bytes = read.ok_or_else(unreadable)?;
                job.give(
                    verb::FILE,
                    &[file.name().into(), Uint8Array::from(bytes.as_slice()).into()],
                );
            }
            self.give_lines(&keeper, &job).await;
            let now = clock::now();
            #[allow(clippy::cast_precision_loss)]
            let with: [JsValue; 5] = [
                self.tag(),
                keeper.device().to_string().into(),
                (now.millis() as f64).into(),
                f64::from(now.offset()).into(),
                all.into(),
            ];
            job.ask(verb::STAGE, &with).await
        };
        match self.alone(t::READING, work).await? {
            Ok(answer) => {
                let staged = staged(&answer, chosen);
                if staged.is_none() {
                    self.tell_no_answer(NoAnswer::Failed);
                }
                staged.map(Looked::Staged)
            }
            Err(NoAnswer::Hesitates(why)) => Some(Looked::Hesitates(why, chosen)),
            Err(why) => {
                self.tell_no_answer(why);
                None
            }
        }
    }

    /// Takes it in. Merging only adds. Says how many revisions were new.
    pub async fn take_in(self, staged: Staged) -> Option<usize> {
        let (notebook, keeper) = (self.notebook, self.notebook.keeper());
        let (database, before) = (keeper.database(), keeper.manifest());
        let pictures = async {
            for (number, picture) in staged.blobs.iter().enumerate() {
                #[allow(clippy::cast_precision_loss)]
                self.progress(t::TAKING_IN, Some(number as f64 / f64::from(staged.pictures)));
                database.put_blob(&bytes(&picture)).await?;
            }
            Ok(())
        };
        // Pictures first, so that no entry is shown without its own.
        if let Err(error) = self.alone(t::TAKING_IN, pictures).await? {
            keeper.report(&error);
            return None;
        }
        // The words are taken in whole: this part cannot be stopped.
        self.progress(t::TAKING_IN, None);
        let count = notebook.import(read_lines(&staged.lines.to_vec()).0).await;
        keeper.restored_since(before).await;
        self.work.try_set(None);
        Some(count)
    }
}

fn staged(answer: &Array, files: Vec<File>) -> Option<Staged> {
    let mut numbers = [0; Counts::NUMBER];
    for number in &mut numbers {
        // Counts of at most 32 bits.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let counted = answer.shift().as_f64()? as u32;
        *number = counted;
    }
    let lines = answer.shift().dyn_into().ok()?;
    let blobs: Array = answer.shift().dyn_into().ok()?;
    Some(Staged {
        counts: Counts::from_numbers(numbers),
        pictures: blobs.length(),
        aside: bytes(&answer.shift()).into(),
        files,
        lines,
        blobs,
    })
}
