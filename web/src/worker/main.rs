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
use js_sys::{Array, Uint8Array};
use luoxuan::catalog::{Language, warning};
use luoxuan::chart::Chart;
use luoxuan::draft::{Wish, finish};
use luoxuan::format::{Picture, markdown};
use luoxuan::journal::read_lines;
use luoxuan::manuscript::{Page, Picture as Drawn, clean};
use luoxuan::office::{self, Progress};
use luoxuan::report;
use luoxuan::{Author, BlobId, DeviceId, Index, Journal, RecordId, Revision, Timestamp};
use luoxuan_web::browser::worker::{self, bytes, verb};
use luoxuan_web::i18n::{backup as t, records};
use luoxuan_web::taking::survey_of;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, File, MessageEvent};

use self::restoring::Looked;

#[cfg(test)]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// Why there is no answer, and whether there will be one if the person says that it is to go on.
struct No {
    why: String,
    may_go_on: bool,
}

impl From<String> for No {
    fn from(why: String) -> Self {
        Self { why, may_go_on: false }
    }
}

type Answer = Result<Vec<JsValue>, No>;

/// What has been handed in so far.
#[derive(Default)]
struct Desk {
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
struct Inbox(UnboundedReceiver<Array>);

impl Inbox {
    /// Waits until the page has taken what it was given.
    async fn acknowledged(&mut self) {
        let _ = self.0.next().await;
    }
}

impl Desk {
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

fn say(scope: &DedicatedWorkerGlobalScope, verb: &str, with: &[JsValue]) {
    let (message, handed) = worker::packed(verb, with);
    // A page that has gone needs no answer.
    let _ = scope.post_message_with_transfer(&message, &handed);
}

fn language(value: &JsValue) -> Language {
    value
        .as_string()
        .as_deref()
        .and_then(Language::from_tag)
        .unwrap_or_default()
}

fn packed(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}

/// Tells the page how much of the work is done.
fn progress(scope: &DedicatedWorkerGlobalScope, done: u32, of: u32) {
    say(
        scope,
        verb::PROGRESS,
        &[(f64::from(done) / f64::from(of.max(1))).into()],
    );
}

/// A text, laid out: its file's name and bytes.
fn paper(desk: &mut Desk, message: &Array, scope: &DedicatedWorkerGlobalScope) -> Result<Vec<JsValue>, String> {
    let at = |index| message.get(index);
    let text = |index| at(index).as_string().unwrap_or_default();
    let language = language(&at(5));
    let missing = || t::NO_SPIRAL.in_(language).to_owned();
    let wish = Wish {
        version: text(2).parse().ok(),
        anonymous: at(3).is_truthy(),
        loose_leaf: at(4).is_truthy(),
    };
    let document = text(1).parse().map_err(|_| missing())?;
    let finished = finish(&Index::of(&desk.journal()), document, &wish, language).ok_or_else(missing)?;
    let pictures = std::mem::take(&mut desk.pictures).into_iter().map(|picture| {
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
    let (ending, bytes) = if text(0) == verb::WORD {
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
    let name = format!("{}.{ending}", finished.file_name);
    Ok(vec![name.into(), packed(&bytes), told.join(" ").into()])
}

/// What a teacher has done and reached, in tables: the file's name and bytes.
fn handbook(desk: &mut Desk, message: &Array, scope: &DedicatedWorkerGlobalScope) -> Result<Vec<JsValue>, String> {
    let language = language(&message.get(2));
    let term = message.get(1).as_string().and_then(|id| id.parse().ok());
    let journal = desk.journal();
    let made = report::handbook(&Index::of(&journal), &journal, term, language);
    let made = made.ok_or_else(|| records::HANDBOOK_EMPTY.in_(language).to_owned())?;
    let mut told = |now: Progress| progress(scope, count(now.done), count(now.of));
    let word = office::word(&made.manuscript, &made.layout, &BTreeMap::new(), language, &mut told);
    let word = word.map_err(|error| error.to_string())?;
    Ok(vec![format!("{}.docx", made.file_name).into(), packed(&word.bytes)])
}

/// An error of the browser's, in its own words.
fn told(error: &JsValue) -> String {
    let message = js_sys::Reflect::get(error, &"message".into());
    let message = message.ok().and_then(|message| message.as_string());
    message.unwrap_or_else(|| format!("{error:?}"))
}

/// Does what a message asks. The answer, if it asks for one: what goes with it, or why there is none.
async fn act(
    desk: &mut Desk,
    message: &Array,
    inbox: &mut Inbox,
    scope: &DedicatedWorkerGlobalScope,
) -> Option<Answer> {
    let at = |index| message.get(index);
    match at(0).as_string()?.as_str() {
        verb::LINES => desk.take_lines(&bytes(&at(1))),
        verb::PICTURE => desk.pictures.push(Picture::new(bytes(&at(1)))),
        verb::COPY => return Some(copied(desk, message, scope).await),
        verb::SPIRAL => {
            let language = language(&at(2));
            let text = at(1).as_string()?.parse().ok().and_then(|id| desk.spiral(id, language));
            return Some(match text {
                Some(text) => Ok(vec![packed(text.as_bytes())]),
                None => Err(t::NO_SPIRAL.in_(language).to_owned().into()),
            });
        }
        verb::LOOK => {
            let looked = restoring::look(looking(message), std::mem::take(&mut desk.revisions), scope).await;
            return Some(looked.map(|(looked, answer)| {
                desk.looked = Some(looked);
                answer
            }));
        }
        verb::GIVE => {
            let looked = desk.looked.take()?;
            return Some(restoring::give(&looked, inbox, scope).await);
        }
        verb::CELLS => {
            let language = language(&at(1));
            let cells = sheets::cells(&at(2)).map_err(|error| No::from(error.sentence(language)));
            return Some(cells.map(|cells| vec![cells.into()]));
        }
        verb::SHEET => {
            let language = language(&at(1));
            let read = sheets::read(&at(2)).map_err(|error| No::from(error.sentence(language)));
            return Some(read.map(|sheet| {
                let shown = sheet.shown(&survey_of(&at(3).as_string().unwrap_or_default()), language);
                desk.sheet = Some(sheet);
                vec![shown.into()]
            }));
        }
        verb::CORRECT => {
            let sheet = desk.sheet.as_mut()?;
            sheet.correct(&at(2).as_string()?);
            return Some(Ok(vec![
                sheet.shown(&luoxuan::Survey::default(), language(&at(1))).into(),
            ]));
        }
        verb::TAKE => {
            let sheet = desk.sheet.as_ref()?;
            let survey = survey_of(&at(1).as_string()?);
            return Some(Ok(vec![sheet.take(survey, &at(2).as_string()?).into()]));
        }
        verb::HANDBOOK => return Some(handbook(desk, message, scope).map_err(No::from)),
        verb::WORD | verb::PAGE => return Some(paper(desk, message, scope).map_err(No::from)),
        _ => {}
    }
    None
}

async fn copied(desk: &mut Desk, message: &Array, scope: &DedicatedWorkerGlobalScope) -> Answer {
    let text = |index| message.get(index).as_string().unwrap_or_default();
    let mut wish = copying::Wish {
        language: language(&message.get(1)),
        journal: text(2),
        name: text(3),
        pictures: message.get(4).is_truthy(),
        handle: message.get(5),
    };
    if message.get(6).is_truthy() {
        let file = copying::in_folder(&wish.handle, &wish.name).await;
        wish.handle = file.map_err(|error| No::from(format!("{}{}", verb::NOT_WRITTEN, js::name_of(&error))))?;
    }
    let (extra, aside) = (std::mem::take(&mut desk.revisions), std::mem::take(&mut desk.aside));
    copying::copy(&wish, extra, aside, scope).await
}

fn looking(message: &Array) -> restoring::Wish {
    let at = |index| message.get(index);
    let device = at(2).as_string().and_then(|device| device.parse().ok());
    // Whole numbers far inside their ranges.
    #[allow(clippy::cast_possible_truncation)]
    let (millis, offset) = (
        at(3).as_f64().unwrap_or(0.0) as i64,
        at(4).as_f64().unwrap_or(0.0) as i16,
    );
    restoring::Wish {
        language: language(&at(1)),
        by: Author {
            device: device.unwrap_or(DeviceId::from_bytes([0; 16])),
            now: Timestamp::new(millis, offset),
        },
        journal: at(5).as_string().unwrap_or_default(),
        all: at(6).is_truthy(),
        copies: at(7).is_truthy(),
        files: Array::from(&at(8))
            .iter()
            .filter_map(|file| file.dyn_into::<File>().ok())
            .collect(),
    }
}

fn main() {
    console_error_panic_hook::set_once();
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let (hear, inbox) = unbounded();
    let listen = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Ok(message) = event.data().dyn_into::<Array>() {
            // It is heard as long as the worker lives.
            let _ = hear.unbounded_send(message);
        }
    });
    scope.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    // Lives as long as the worker.
    listen.forget();
    say(&scope, verb::READY, &[]);
    wasm_bindgen_futures::spawn_local(async move {
        let (mut desk, mut inbox) = (Desk::default(), Inbox(inbox));
        while let Some(message) = inbox.0.next().await {
            match act(&mut desk, &message, &mut inbox, &scope).await {
                Some(Ok(with)) => say(&scope, verb::DONE, &with),
                Some(Err(No { why, may_go_on })) => say(&scope, verb::REFUSED, &[why.into(), may_go_on.into()]),
                None => {}
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
        let mut desk = Desk::default();
        desk.take_lines(demo);
        let index = Index::of(&desk.journal());
        let (id, spiral) = index.of_kind::<Spiral>().next().expect("the demonstration has spirals");
        desk.take_lines(demo);
        let text = desk.spiral(id, Language::ZhHans).expect("it is there");
        assert!(text.contains(&spiral.title));
        assert_eq!(desk.spiral(RecordId::from_bytes([0; 16]), Language::ZhHans), None);
    }

    #[wasm_bindgen_test]
    fn a_line_that_cannot_be_read_goes_out_as_it_came_in() {
        let mut desk = Desk::default();
        desk.take_lines("{\"v\":1,\"half\n".as_bytes());
        assert_eq!(desk.aside, [b"{\"v\":1,\"half"]);
    }
}
