//! The worker: a second program that does the heavy lifting beside the page. It is loaded when first
//! needed, does one job, and is gone with it.

use std::time::Duration;

use futures::channel::mpsc::{UnboundedReceiver, unbounded};
use futures::future::{Either, select};
use futures::stream::StreamExt;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MessageEvent, Worker, WorkerOptions, WorkerType};

use super::clock::sleep;
use super::said_in_head;

/// The words of the protocol. A message is an array: one of these, then what goes with it.
pub mod verb {
    /// To the worker: lines of revisions, as bytes.
    pub const LINES: &str = "lines";
    /// To the worker: the bytes of a picture.
    pub const PICTURE: &str = "picture";
    /// To the worker: make a backup of a journal, which the worker reads itself; lines handed in before are those that only
    /// the page has. With the language's tag, the name of the database, the name of the file, whether pictures go with it,
    /// the handle of a file or a folder the person chose or nothing, and whether it is a folder. Answered by whether all
    /// could be read, and an array of files to be handed on.
    pub const COPY: &str = "copy";
    /// How the sentence begins that says that a backup could not be written; behind it stands the name of the error.
    pub const NOT_WRITTEN: &str = "not written: ";
    /// What stands there if what was read back is not what was written.
    pub const UNVERIFIED: &str = "unverified";
    /// To the worker: write one spiral as Markdown. With its id and the language's tag. Answered by
    /// the text's bytes.
    pub const SPIRAL: &str = "spiral";
    /// To the worker: look into files. With the language's tag, the device, the time as milliseconds and offset, the name of
    /// the database, whether to read on where a limit stands in the way, whether to take the reading copy for notes, and an
    /// array of files. Answered by [`Counts`](super::Counts), an array of sentences, and the bytes that could not be read.
    pub const LOOK: &str = "look";
    /// To the worker: give what was found. Before the answer come pictures and lines; each waits for [`NEXT`].
    pub const GIVE: &str = "give";
    /// To the worker: the page has taken what it was given.
    pub const NEXT: &str = "next";
    /// To the worker: make a Word file of a text. With its id, the id of a version or nothing, whether it is
    /// anonymous, whether it is the loose leaf, and the language's tag. Answered by the file's name and bytes,
    /// and what to know before it is handed in; empty if nothing.
    pub const WORD: &str = "word";
    /// To the worker: make a web page that needs nothing else. Asked and answered like [`WORD`].
    pub const PAGE: &str = "page";
    /// To the worker: make a growth handbook, a Word file. With the id of a term or nothing, and the language's tag. Answered
    /// by the file's name and bytes.
    pub const HANDBOOK: &str = "handbook";
    /// To the worker: read a spreadsheet. With the language's tag and a file or pasted text. Answered by its rows as JSON, a
    /// list of cells each.
    pub const CELLS: &str = "cells";
    /// To the worker: read a sheet of answers. With the language's tag, a file or pasted text, and the survey's fields as
    /// JSON. Answered by a [`Proposed`](crate::taking::Proposed) as JSON.
    pub const SHEET: &str = "sheet";
    /// To the worker: propose the sheet as it was corrected. With the language's tag and a
    /// [`Corrected`](crate::taking::Corrected) as JSON. Answered as [`SHEET`].
    pub const CORRECT: &str = "correct";
    /// To the worker: put the sheet into a survey. With its fields as JSON, and what the short names of new items begin
    /// with. Answered by the survey's fields as JSON.
    pub const TAKE: &str = "take";
    /// From the worker: how much of the work is done, from 0 to 1. Comes before the answer, any number of times.
    pub const PROGRESS: &str = "progress";
    /// From the worker: it runs.
    pub const READY: &str = "ready";
    /// From the worker: the answer.
    pub const DONE: &str = "done";
    /// From the worker: a sentence saying why there is no answer, and whether the person may say that it is to go on.
    pub const REFUSED: &str = "refused";
}

/// What staging counted, in the order the worker says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// 新增: revisions and pages the journal does not have.
    pub added: u32,
    /// 已有: those it has.
    pub known: u32,
    /// 损坏: pieces that could not be read.
    pub damaged: u32,
    /// Those of records erased for good; they stay away.
    pub erased: u32,
    /// Records the import says were erased for good, and this journal still has.
    pub erases: u32,
    /// Lines a newer version wrote in a shape this one cannot read.
    pub newer: u32,
    /// Files that are neither lines nor Markdown nor pictures.
    pub unread: u32,
    /// Records of this journal that will show another version.
    pub changes: u32,
    /// Records of this journal that will have two versions side by side, if they cannot be joined.
    pub apart: u32,
    /// Texts that were not read because they are so long.
    pub long: u32,
    /// Pictures that are not here.
    pub pictures: u32,
    /// Files of a reading copy that may be taken for notes.
    pub copies: u32,
    /// Markdown files that say they are a record, and which one cannot be read.
    pub adrift: u32,
}

impl Counts {
    /// How many numbers they are.
    pub const NUMBER: usize = 13;

    /// As numbers, in order.
    pub const fn to_numbers(self) -> [u32; Self::NUMBER] {
        [
            self.added,
            self.known,
            self.damaged,
            self.erased,
            self.erases,
            self.newer,
            self.unread,
            self.changes,
            self.apart,
            self.long,
            self.pictures,
            self.copies,
            self.adrift,
        ]
    }

    /// From numbers, in order.
    pub const fn from_numbers(
        [
            added,
            known,
            damaged,
            erased,
            erases,
            newer,
            unread,
            changes,
            apart,
            long,
            pictures,
            copies,
            adrift,
        ]: [u32; Self::NUMBER],
    ) -> Self {
        Self {
            added,
            known,
            damaged,
            erased,
            erases,
            newer,
            unread,
            changes,
            apart,
            long,
            pictures,
            copies,
            adrift,
        }
    }
}

/// Why a job has no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WorkerError {
    /// The worker could not start.
    Failed,
    /// It has stopped in the middle of its work, for want of memory as a rule.
    Stopped,
    /// It could not do what was asked, in its own words.
    Refused(String),
    /// It did not, in its own words, because that may take long; it will if the person says so.
    Hesitates(String),
}

/// A program and its wasm come over a school's network the first time.
const START: Duration = Duration::from_secs(30);

/// A message as it is posted: the array, and the buffers that are handed over with it.
pub fn packed(verb: &str, with: &[JsValue]) -> (Array, Array) {
    let (message, handed) = (Array::of1(&verb.into()), Array::new());
    for value in with {
        message.push(value);
        if let Some(bytes) = value.dyn_ref::<Uint8Array>() {
            handed.push(&bytes.buffer());
        }
    }
    (message, handed)
}

/// A worker doing one job. Dropping it ends the job at once.
pub struct Job {
    worker: Worker,
    answers: UnboundedReceiver<Option<Array>>,
    _listen: Closure<dyn Fn(MessageEvent)>,
    _fail: Closure<dyn Fn(Event)>,
}

impl Drop for Job {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// Where the worker's program is. A finished site says so, because it puts each version in a folder of its own; what Trunk
/// builds has it beside the page.
fn address() -> String {
    said_in_head("worker").unwrap_or_else(|| "worker_loader.js".into())
}

impl Job {
    /// Starts a worker.
    ///
    /// # Errors
    ///
    /// [`WorkerError::Failed`] if the browser cannot: from a file, or offline before the first visit was over.
    pub async fn start() -> Result<Self, WorkerError> {
        let (options, address) = (WorkerOptions::new(), address());
        // What the one file makes of its text is one script: Chromium loads no modules from there.
        if !address.starts_with("blob:") {
            options.set_type(WorkerType::Module);
        }
        let worker = Worker::new_with_options(&address, &options).map_err(|_| WorkerError::Failed)?;
        let (say, answers) = unbounded();
        let listen = {
            let say = say.clone();
            Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                let _ = say.unbounded_send(event.data().dyn_into().ok());
            })
        };
        let fail = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            event.prevent_default();
            let _ = say.unbounded_send(None);
        });
        worker.set_onmessage(Some(listen.as_ref().unchecked_ref()));
        worker.set_onerror(Some(fail.as_ref().unchecked_ref()));
        let mut job = Self {
            worker,
            answers,
            _listen: listen,
            _fail: fail,
        };
        let late = std::pin::pin!(sleep(START));
        let ready = match select(std::pin::pin!(job.answers.next()), late).await {
            Either::Left((Some(Some(message)), _)) => message.get(0).as_string().as_deref() == Some(verb::READY),
            _ => false,
        };
        if ready { Ok(job) } else { Err(WorkerError::Failed) }
    }

    /// Gives it something to work on. Bytes are handed over, not copied.
    pub fn give(&self, verb: &str, with: &[JsValue]) {
        let (message, handed) = packed(verb, with);
        // What cannot be posted leaves the worker without work, and the answer says so.
        let _ = self.worker.post_message_with_transfer(&message, &handed);
    }

    /// Asks for the answer, and waits for it.
    ///
    /// # Errors
    ///
    /// Says why there is none; the page is as it was.
    pub async fn ask(self, verb: &str, with: &[JsValue]) -> Result<Array, WorkerError> {
        self.ask_and_watch(verb, with, |_| {}).await
    }

    /// The same, and hears how far the work has come, from 0 to 1.
    ///
    /// # Errors
    ///
    /// Says why there is no answer; the page is as it was.
    pub async fn ask_and_watch(
        mut self,
        verb: &str,
        with: &[JsValue],
        done: impl Fn(f64),
    ) -> Result<Array, WorkerError> {
        self.answer(verb, with, &done).await
    }

    /// The same, of a worker that is to go on after it.
    ///
    /// # Errors
    ///
    /// Says why there is no answer; the page is as it was.
    pub async fn answer(&mut self, verb: &str, with: &[JsValue], done: &impl Fn(f64)) -> Result<Array, WorkerError> {
        self.give(verb, with);
        loop {
            let message = self.heard().await?;
            match message.shift().as_string().as_deref() {
                Some(verb::PROGRESS) => done(message.get(0).as_f64().unwrap_or_default()),
                Some(verb::DONE) => return Ok(message),
                Some(verb::REFUSED) => {
                    let why = message.get(0).as_string().unwrap_or_default();
                    return Err(if message.get(1).is_truthy() {
                        WorkerError::Hesitates(why)
                    } else {
                        WorkerError::Refused(why)
                    });
                }
                _ => return Err(WorkerError::Stopped),
            }
        }
    }

    /// The next thing it says.
    ///
    /// # Errors
    ///
    /// If it says nothing any more.
    pub async fn heard(&mut self) -> Result<Array, WorkerError> {
        self.answers.next().await.flatten().ok_or(WorkerError::Stopped)
    }
}

/// Bytes, on their way to or from a worker.
pub fn bytes(value: &JsValue) -> Vec<u8> {
    value
        .dyn_ref::<Uint8Array>()
        .map(Uint8Array::to_vec)
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn counts_arrive_as_they_were_sent() {
        let numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13];
        assert_eq!(Counts::from_numbers(numbers).to_numbers(), numbers);
    }
}
