//! The worker: a second program that does the heavy lifting beside the page. It is loaded when first
//! needed, does one job, and is gone with it.

use std::time::Duration;

use futures::channel::mpsc::{UnboundedReceiver, unbounded};
use futures::future::{Either, select};
use futures::stream::StreamExt;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, MessageEvent, Worker, WorkerOptions, WorkerType};

use super::clock::sleep;
use super::said_in_head;
use crate::protocol::{Answer, Message, NotWritten, Question, Refusal};

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
    /// It could not write the backup.
    NotWritten(NotWritten),
}

impl From<Refusal> for WorkerError {
    fn from(why: Refusal) -> Self {
        match why {
            Refusal::Said(why) => Self::Refused(why),
            Refusal::Hesitates(why) => Self::Hesitates(why),
            Refusal::NotWritten(why) => Self::NotWritten(why),
        }
    }
}

/// A program and its wasm come over a school's network the first time.
const START: Duration = Duration::from_secs(30);

/// A worker doing one job. Dropping it ends the job at once.
pub struct Job {
    worker: Worker,
    answers: UnboundedReceiver<Option<Answer>>,
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
                let _ = say.unbounded_send(Answer::unpack(event.data()));
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
            Either::Left((Some(answer), _)) => matches!(answer, Some(Answer::Ready)),
            _ => false,
        };
        if ready { Ok(job) } else { Err(WorkerError::Failed) }
    }

    /// Says something that is not answered at once.
    pub fn give(&self, question: &Question) {
        let (message, handed) = question.pack();
        // What cannot be posted leaves the worker without work, and the answer says so.
        let _ = self.worker.post_message_with_transfer(&message, &handed);
    }

    /// Lines of revisions, for what is asked next.
    pub fn give_lines(&self, lines: &str) {
        self.give(&Question::Lines(Uint8Array::from(lines.as_bytes())));
    }

    /// Asks, and waits for the answer.
    ///
    /// # Errors
    ///
    /// Says why there is none; the page is as it was.
    pub async fn ask(&mut self, question: &Question) -> Result<Answer, WorkerError> {
        self.ask_and_watch(question, |_| {}).await
    }

    /// The same, and hears how far the work has come, from 0 to 1.
    ///
    /// # Errors
    ///
    /// Says why there is no answer; the page is as it was.
    pub async fn ask_and_watch(&mut self, question: &Question, done: impl Fn(f64)) -> Result<Answer, WorkerError> {
        self.give(question);
        loop {
            match self.heard().await? {
                Answer::Progress(how_far) => done(how_far),
                answer => return Ok(answer),
            }
        }
    }

    /// The next thing it says.
    ///
    /// # Errors
    ///
    /// If it says nothing any more, or why there is no answer.
    pub async fn heard(&mut self) -> Result<Answer, WorkerError> {
        match self.answers.next().await.flatten() {
            Some(Answer::Refused(why)) => Err(why.into()),
            Some(answer) => Ok(answer),
            None => Err(WorkerError::Stopped),
        }
    }
}
