//! The worker: archives and Markdown, in and out, beside the page. One instance does one job.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use js_sys::{Array, Uint8Array};
use luoxuan::catalog::{Language, fill, refused, warning};
use luoxuan::chart::Chart;
use luoxuan::draft::{Wish, finish};
use luoxuan::format::{
    Archive, Harm, Import, Limits, Picture, Refused, Staged, markdown, read_files, stage, write_zip,
};
use luoxuan::journal::{read_lines, write_lines};
use luoxuan::manuscript::{Page, Picture as Drawn, clean};
use luoxuan::office::{self, Progress};
use luoxuan::{Author, BlobId, DeviceId, Journal, Moment, RecordId, Revision, Shelf};
use luoxuan_web::browser::worker::{self, Counts, bytes, verb};
use luoxuan_web::i18n::backup as t;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

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
    files: Vec<(String, Vec<u8>)>,
}

impl Desk {
    fn take_lines(&mut self, lines: &[u8]) {
        let (revisions, damage) = read_lines(lines);
        self.revisions.extend(revisions.into_iter().map(Arc::new));
        self.aside.extend(damage.into_iter().map(|damage| damage.bytes));
    }

    fn archive(&mut self, language: Language) -> Result<Vec<u8>, String> {
        let archive = Archive {
            revisions: std::mem::take(&mut self.revisions),
            pictures: std::mem::take(&mut self.pictures),
            aside: std::mem::take(&mut self.aside),
        };
        write_zip(&archive, language).map_err(|error| error.to_string())
    }

    fn journal(&mut self) -> Journal {
        let mut journal = Journal::new();
        let revisions = std::mem::take(&mut self.revisions);
        journal.merge(revisions.iter().map(|revision| Revision::clone(revision)));
        journal
    }

    fn spiral(&mut self, id: RecordId, language: Language) -> Option<String> {
        markdown::spiral(&Shelf::of(&self.journal()), id, language)
    }

    /// Reads the files and holds them against the lines.
    fn stage(&mut self, by: Author, limits: &Limits) -> Result<(Import, Staged), Refused> {
        let files = std::mem::take(&mut self.files);
        let import = read_files(
            files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())),
            limits,
        )?;
        let journal = self.journal();
        let staged = stage(&import, &journal, by);
        Ok((import, staged))
    }
}

/// Bytes that could not be read, each after a line saying where they stood.
fn set_aside(import: &Import) -> Vec<u8> {
    let mut all = Vec::new();
    for damaged in &import.damage {
        all.extend_from_slice(format!("# {}\n", damaged.place).as_bytes());
        all.extend_from_slice(&damaged.bytes);
        all.push(b'\n');
    }
    for line in &import.newer {
        all.extend_from_slice(line);
        all.push(b'\n');
    }
    all
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
    let finished = finish(&Shelf::of(&desk.journal()), document, &wish, language).ok_or_else(missing)?;
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

/// Does what a message asks. The answer, if it asks for one: what goes with it, or why there is none.
fn act(desk: &mut Desk, message: &Array, scope: &DedicatedWorkerGlobalScope) -> Option<Answer> {
    let at = |index| message.get(index);
    match at(0).as_string()?.as_str() {
        verb::LINES => desk.take_lines(&bytes(&at(1))),
        verb::PICTURE => desk.pictures.push(Picture::new(bytes(&at(1)))),
        verb::FILE => desk.files.push((at(1).as_string()?, bytes(&at(2)))),
        verb::ARCHIVE => {
            let zip = desk.archive(language(&at(1))).map_err(No::from);
            return Some(zip.map(|zip| vec![packed(&zip)]));
        }
        verb::SPIRAL => {
            let language = language(&at(2));
            let text = at(1).as_string()?.parse().ok().and_then(|id| desk.spiral(id, language));
            return Some(match text {
                Some(text) => Ok(vec![packed(text.as_bytes())]),
                None => Err(t::NO_SPIRAL.in_(language).to_owned().into()),
            });
        }
        verb::STAGE => return Some(staged(desk, message)),
        verb::WORD | verb::PAGE => return Some(paper(desk, message, scope).map_err(No::from)),
        _ => {}
    }
    None
}

fn staged(desk: &mut Desk, message: &Array) -> Answer {
    let language = language(&message.get(1));
    let device = message
        .get(2)
        .as_string()
        .and_then(|device| device.parse().ok())
        .unwrap_or(DeviceId::from_bytes([0; 16]));
    // Whole numbers far inside their ranges.
    #[allow(clippy::cast_possible_truncation)]
    let (millis, offset) = (
        message.get(3).as_f64().unwrap_or(0.0) as i64,
        message.get(4).as_f64().unwrap_or(0.0) as i16,
    );
    let by = Author {
        device,
        now: Moment::new(millis, offset),
    };
    let name = desk
        .files
        .iter()
        .map(|(name, _)| name.as_str())
        .collect::<Vec<_>>()
        .join("、");
    // What tells a trap from a journal stays, unless its owner says otherwise.
    let limits = if message.get(5).is_truthy() {
        Limits::none()
    } else {
        Limits::own()
    };
    let (import, staged) = desk.stage(by, &limits).map_err(|why| No {
        why: fill(refused(why).in_(language), &[("name", &name)]),
        may_go_on: why.may_go_on(),
    })?;
    let counts = Counts {
        added: count(staged.added),
        known: count(staged.known),
        damaged: count(staged.damaged),
        erased: count(staged.erased),
        erases: count(staged.erases.len()),
        newer: count(staged.newer),
        unread: count(import.unread.len()),
        changes: count(staged.changes.len()),
        apart: count(staged.apart.len()),
        long: count(
            import
                .damage
                .iter()
                .filter(|damaged| damaged.why == Harm::TooLong)
                .count(),
        ),
    };
    let aside = set_aside(&import);
    let pictures: Array = import
        .pictures
        .into_iter()
        .map(|picture| packed(picture.bytes()))
        .collect();
    let revisions: Vec<_> = staged.revisions.into_iter().map(Arc::new).collect();
    let mut answer: Vec<JsValue> = counts.to_numbers().map(JsValue::from).to_vec();
    answer.push(packed(write_lines(&revisions).as_bytes()));
    answer.push(pictures.into());
    answer.push(packed(&aside));
    Ok(answer)
}

fn main() {
    console_error_panic_hook::set_once();
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let desk = RefCell::new(Desk::default());
    let answer = scope.clone();
    let listen = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let Ok(message) = event.data().dyn_into::<Array>() else {
            return;
        };
        let outcome = act(&mut desk.borrow_mut(), &message, &answer);
        match outcome {
            Some(Ok(with)) => say(&answer, verb::DONE, &with),
            Some(Err(No { why, may_go_on })) => say(&answer, verb::REFUSED, &[why.into(), may_go_on.into()]),
            None => {}
        }
    });
    scope.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    // Lives as long as the worker.
    listen.forget();
    say(&scope, verb::READY, &[]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use luoxuan::{Content, Entry};
    use wasm_bindgen_test::wasm_bindgen_test;

    fn kept(body: &str, number: u8) -> Arc<Revision> {
        let by = Author {
            device: DeviceId::from_bytes([1; 16]),
            now: Moment::new(0, 480),
        };
        let note = Entry {
            body: body.into(),
            ..Entry::default()
        };
        let written = Journal::new().write(RecordId::from_bytes([number; 16]), Content::of(&note), by);
        written.expect("a first revision")
    }

    #[wasm_bindgen_test]
    fn what_goes_out_comes_back_and_what_is_there_is_known() {
        let (one, two) = (kept("三十一本停了笔。", 1), kept("第六周再看一次。", 2));
        let mut desk = Desk::default();
        desk.take_lines(write_lines([&one, &two]).as_bytes());
        let zip = desk.archive(Language::ZhHans).expect("small enough");

        let mut desk = Desk::default();
        desk.take_lines(write_lines([&one]).as_bytes());
        desk.files.push(("a.luoxuan.zip".into(), zip));
        let by = Author {
            device: DeviceId::from_bytes([2; 16]),
            now: Moment::new(1, 480),
        };
        let (_, staged) = desk.stage(by, &Limits::own()).expect("an archive");
        assert_eq!((staged.added, staged.damaged), (1, 0));
        assert_eq!(staged.revisions, [Revision::clone(&two)]);
    }

    #[wasm_bindgen_test]
    fn a_spiral_is_written_as_markdown() {
        let demo = include_bytes!("../public/demo.jsonl");
        let mut desk = Desk::default();
        desk.take_lines(demo);
        let shelf = Shelf::of(&desk.journal());
        let (id, spiral) = shelf.spirals().next().expect("the demonstration has spirals");
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
