//! The worker: archives and Markdown, in and out, beside the page. One instance does one job.

mod copying;
mod js;
mod log;
mod restoring;
mod sheets;
mod sinks;
mod sources;

use std::collections::BTreeMap;
use std::sync::Arc;

use futures::StreamExt;
use futures::channel::mpsc::{UnboundedReceiver, unbounded};
use js_sys::Uint8Array;
use luoxuan::catalog::{Language, warning};
use luoxuan::chart::Chart;
use luoxuan::draft::finish;
use luoxuan::format::{Picture, markdown};
use luoxuan::journal::read_lines;
use luoxuan::manuscript::{Page, Picture as Drawn, clean};
use luoxuan::office::{self, Progress};
use luoxuan::report;
use luoxuan::{BlobId, Index, Journal, RecordId, Revision, Survey};
use luoxuan_web::i18n::{backup as t, records};
use luoxuan_web::protocol::{Answer, Message, Paper, Question, Refusal};
use luoxuan_web::taking::survey_of;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use self::restoring::Looked;

#[cfg(test)]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

type Outcome = Result<Answer, Refusal>;

/// What has been handed in so far.
#[derive(Default)]
struct WorkerState {
    revisions: Vec<Arc<Revision>>,
    /// Lines that could not be read here: newer or damaged. They go out as they came in.
    aside: Vec<Vec<u8>>,
    pictures: Vec<Picture>,
    /// What was found in files, until the page asks for it.
    looked: Option<Looked>,
    /// A sheet of answers, as long as a person looks at what is proposed.
    sheet: Option<sheets::Sheet>,
}

/// What the page says.
struct Inbox(UnboundedReceiver<Question>);

impl Inbox {
    /// Waits until the page has taken what it was given.
    async fn acknowledged(&mut self) {
        let _ = self.0.next().await;
    }
}

impl WorkerState {
    fn take_lines(&mut self, lines: &[u8]) {
        let (revisions, damage) = read_lines(lines);
        self.revisions.extend(revisions.into_iter().map(Arc::new));
        self.aside.extend(damage.into_iter().map(|damage| damage.bytes));
    }

    fn journal(&mut self) -> Journal {
        let mut journal = Journal::new();
        let revisions = std::mem::take(&mut self.revisions);
        journal.merge(revisions.iter().map(|revision| Revision::clone(revision)));
        journal
    }

    fn spiral(&mut self, id: RecordId, language: Language) -> Option<String> {
        markdown::spiral(&Index::of(&self.journal()), id, language)
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn say(scope: &DedicatedWorkerGlobalScope, answer: &Answer) {
    let (message, handed) = answer.pack();
    // A page that has gone needs no answer.
    let _ = scope.post_message_with_transfer(&message, &handed);
}

/// Tells the page how much of the work is done.
fn progress(scope: &DedicatedWorkerGlobalScope, done: u32, of: u32) {
    say(scope, &Answer::Progress(f64::from(done) / f64::from(of.max(1))));
}

/// What a text is laid out as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Word,
    Page,
}

/// A text, laid out.
fn paper(state: &mut WorkerState, asked: &Paper, form: Form, scope: &DedicatedWorkerGlobalScope) -> Outcome {
    let language = asked.language;
    let finished = finish(&Index::of(&state.journal()), asked.document, &asked.wish, language);
    let finished = finished.ok_or_else(|| t::NO_SPIRAL.in_(language).to_owned())?;
    let pictures = std::mem::take(&mut state.pictures).into_iter().map(|picture| {
        let id = picture.id();
        (
            id,
            Drawn {
                bytes: picture.into_bytes(),
                ..Drawn::default()
            },
        )
    });
    let pictures: BTreeMap<_, _> = pictures.collect();
    let (layout, manuscript) = (&finished.rules.layout, &finished.manuscript);
    let mut warnings = Vec::new();
    let (ending, bytes) = if form == Form::Word {
        let mut told = |now: Progress| progress(scope, count(now.done), count(now.of));
        let made = office::word(manuscript, layout, &pictures, language, &mut told);
        let made = made.map_err(|error| error.to_string())?;
        warnings = made.warnings;
        ("docx", made.bytes)
    } else {
        let picture = |id: BlobId| {
            let clean = clean(&pictures.get(&id)?.bytes);
            Some((clean.media?.to_owned(), clean.upright()))
        };
        let chart = |chart: &Chart| Some(chart.svg(language));
        let page = Page {
            layout,
            language,
            picture: &picture,
            chart: &chart,
        };
        ("html", manuscript.html(&page).into_bytes())
    };
    let mut told: Vec<_> = warnings.iter().map(|it| warning(it).in_(language)).collect();
    // Ten pictures of a kind need one sentence.
    told.dedup();
    Ok(Answer::File {
        name: format!("{}.{ending}", finished.file_name),
        bytes: Uint8Array::from(bytes.as_slice()),
        warning: told.join(" "),
    })
}

/// What a teacher has done and reached, in tables.
fn handbook(
    state: &mut WorkerState,
    term: Option<RecordId>,
    language: Language,
    scope: &DedicatedWorkerGlobalScope,
) -> Outcome {
    let journal = state.journal();
    let made = report::handbook(&Index::of(&journal), &journal, term, language);
    let made = made.ok_or_else(|| records::HANDBOOK_EMPTY.in_(language).to_owned())?;
    let mut told = |now: Progress| progress(scope, count(now.done), count(now.of));
    let word = office::word(&made.manuscript, &made.layout, &BTreeMap::new(), language, &mut told);
    let word = word.map_err(|error| error.to_string())?;
    Ok(Answer::File {
        name: format!("{}.docx", made.file_name),
        bytes: Uint8Array::from(word.bytes.as_slice()),
        warning: String::new(),
    })
}

/// An error of the browser's, in its own words.
fn told(error: &JsValue) -> String {
    let message = js_sys::Reflect::get(error, &"message".into());
    let message = message.ok().and_then(|message| message.as_string());
    message.unwrap_or_else(|| format!("{error:?}"))
}

/// Does what is asked. `None` if it is not to be answered.
async fn act(
    state: &mut WorkerState,
    question: Question,
    inbox: &mut Inbox,
    scope: &DedicatedWorkerGlobalScope,
) -> Option<Outcome> {
    let outcome = match question {
        Question::Lines(lines) => {
            state.take_lines(&lines.to_vec());
            return None;
        }
        Question::Picture(bytes) => {
            state.pictures.push(Picture::new(bytes.to_vec()));
            return None;
        }
        // Nothing was given that could have been taken.
        Question::Next => return None,
        Question::Backup(wish) => {
            let (extra, aside) = (std::mem::take(&mut state.revisions), std::mem::take(&mut state.aside));
            copying::copy(&wish, extra, aside, scope).await
        }
        Question::Spiral { id, language } => match state.spiral(id, language) {
            Some(text) => Ok(Answer::Spiral(text)),
            None => Err(t::NO_SPIRAL.in_(language).to_owned().into()),
        },
        Question::Look(wish) => {
            let looked = restoring::look(wish, std::mem::take(&mut state.revisions), scope).await;
            looked.map(|(looked, answer)| {
                state.looked = Some(looked);
                answer
            })
        }
        Question::Give => restoring::give(&state.looked.take()?, inbox, scope).await,
        Question::Word(asked) => paper(state, &asked, Form::Word, scope),
        Question::Page(asked) => paper(state, &asked, Form::Page, scope),
        Question::Handbook { term, language } => handbook(state, term, language, scope),
        Question::Cells { from, language } => {
            let cells = sheets::cells(&from).map_err(|error| error.sentence(language).into());
            cells.map(Answer::Cells)
        }
        Question::Sheet { from, survey, language } => {
            let read = sheets::read(&from).map_err(|error| error.sentence(language).into());
            read.map(|sheet| Answer::Proposed(state.sheet.insert(sheet).shown(&survey_of(&survey), language)))
        }
        Question::Correct { corrected, language } => {
            let sheet = state.sheet.as_mut()?;
            sheet.correct(&corrected);
            Ok(Answer::Proposed(sheet.shown(&Survey::default(), language)))
        }
        Question::Take { survey, prefix } => {
            Ok(Answer::Survey(state.sheet.as_ref()?.take(survey_of(&survey), &prefix)))
        }
    };
    Some(outcome)
}

fn main() {
    console_error_panic_hook::set_once();
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let (hear, inbox) = unbounded();
    let listen = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(question) = Question::unpack(event.data()) {
            // It is heard as long as the worker lives.
            let _ = hear.unbounded_send(question);
        }
    });
    scope.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    // Lives as long as the worker.
    listen.forget();
    say(&scope, &Answer::Ready);
    wasm_bindgen_futures::spawn_local(async move {
        let (mut state, mut inbox) = (WorkerState::default(), Inbox(inbox));
        while let Some(question) = inbox.0.next().await {
            if let Some(outcome) = act(&mut state, question, &mut inbox, &scope).await {
                say(&scope, &outcome.unwrap_or_else(Answer::Refused));
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use luoxuan::Spiral;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn a_spiral_is_written_as_markdown() {
        let demo = include_bytes!("../../public/demo.jsonl");
        let mut state = WorkerState::default();
        state.take_lines(demo);
        let index = Index::of(&state.journal());
        let (id, spiral) = index.of_kind::<Spiral>().next().expect("the demonstration has spirals");
        state.take_lines(demo);
        let text = state.spiral(id, Language::ZhHans).expect("it is there");
        assert!(text.contains(&spiral.title));
        assert_eq!(state.spiral(RecordId::from_bytes([0; 16]), Language::ZhHans), None);
    }

    #[wasm_bindgen_test]
    fn a_line_that_cannot_be_read_goes_out_as_it_came_in() {
        let mut state = WorkerState::default();
        state.take_lines("{\"v\":1,\"half\n".as_bytes());
        assert_eq!(state.aside, [b"{\"v\":1,\"half"]);
    }
}
