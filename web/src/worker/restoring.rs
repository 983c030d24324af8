//! Taking copies back in: read slice by slice, counted, and given to the page when it asks.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use js_sys::Uint8Array;
use luoxuan::catalog::{Language, fill, harm, refused};
use luoxuan::format::{
    CorruptionKind, Damaged, Ending, Found, Import, ImportError, Limits, Reader, Staged, Staging, When, Without,
    missing_parts, stage,
};
use luoxuan::journal::write_lines;
use luoxuan::{Author, BlobId, Journal, RecordId, Revision};
use luoxuan_web::i18n::backup as t;
use luoxuan_web::protocol::{Answer, Counts, LookWish, Refusal};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, File};

use super::log::Log;
use super::sources::Chosen;
use super::{Inbox, Outcome, count, say, told};

/// No more bytes than this are set aside; the files are still where they were.
const ASIDE: usize = 32 << 20;

/// So many names stand behind a reason.
const NAMES: usize = 3;

/// So many bytes of lines, or so many lines, are given to the page at once.
const BATCH: usize = 1 << 20;
const MOST: usize = 1000;

/// What was found, and how to find it again.
pub(crate) struct Looked {
    wish: LookWish,
    files: Vec<File>,
    staging: Staging,
    /// What came of Markdown files.
    pages: Vec<Revision>,
    /// Which ZIP among the files was whole.
    whole: Vec<bool>,
    /// Pictures that are here already.
    pictures: BTreeSet<BlobId>,
}

/// What stands in the files, counted as it is read.
#[derive(Default)]
struct Counted {
    /// What is neither a revision nor a picture.
    import: Import,
    /// Bytes that could not be read.
    aside: Vec<u8>,
    /// Why not: how many, and where the first of them stood.
    why: BTreeMap<CorruptionKind, (u32, Vec<String>)>,
    damaged: u32,
    long: u32,
    revisions: u32,
    /// Pictures that are not here.
    pictures: u32,
    /// How many bytes were read.
    read: f64,
}

impl Counted {
    fn take(&mut self, found: Found, staging: &mut Staging, here: &BTreeSet<BlobId>) {
        match found {
            Found::Revision(revision) => {
                self.revisions += 1;
                self.has_read(revision.content().json().len());
                staging.comes(&revision);
            }
            Found::Picture(picture) => {
                self.has_read(picture.bytes().len());
                self.pictures += u32::from(!here.contains(&picture.id()));
            }
            Found::Damaged(it) => self.take_damaged(&it),
            Found::Newer(line) => {
                set_aside(&mut self.aside, None, &line);
                self.import.take(Found::Newer(line));
            }
            other => self.import.take(other),
        }
    }

    #[allow(clippy::cast_precision_loss)]
    fn has_read(&mut self, bytes: usize) {
        self.read += bytes as f64;
    }

    fn take_damaged(&mut self, it: &Damaged) {
        self.damaged += 1;
        self.long += u32::from(it.why == CorruptionKind::TooLong);
        let (number, names) = self.why.entry(it.why).or_default();
        *number += 1;
        if names.len() < NAMES && !names.contains(&it.place) {
            names.push(it.place.clone());
        }
        set_aside(&mut self.aside, Some(&it.place), &it.bytes);
    }

    /// What the page shows, once all is read and held against the journal.
    fn counts(&self, staged: &Staged, copies: u32) -> Counts {
        let import = &self.import;
        let gone = import.endings.iter().map(Ending::missing).sum::<u64>();
        let closed = !import.endings.is_empty() && import.endings.iter().all(|ending| ending.said.is_some());
        Counts {
            added: count(staged.added),
            known: count(staged.known),
            damaged: self.damaged,
            erased: count(staged.erased),
            erases: count(staged.erases.len()),
            newer: count(import.newer.len()),
            unread: count(import.unread.len()),
            changes: count(staged.changes.len()),
            apart: count(staged.apart.len()),
            long: self.long,
            pictures: self.pictures,
            copies,
            adrift: count(import.adrift()),
            gone: u32::try_from(gone).unwrap_or(u32::MAX),
            whole: closed && gone == 0 && self.damaged == 0 && missing_parts(&import.parts).is_empty(),
        }
    }

    /// Which parts of a set are missing, and why what could not be read could not.
    fn sentences(&self, language: Language) -> Vec<String> {
        let part = |(numbers, last): (Vec<u32>, bool)| {
            let numbers: Vec<_> = numbers.iter().map(u32::to_string).collect();
            let sentence = if last { t::PARTS_MISSING_LAST } else { t::PARTS_MISSING };
            fill(sentence.in_(language), &[("numbers", &numbers.join("、"))])
        };
        let reason = |(why, (number, names)): (&CorruptionKind, &(u32, Vec<String>))| {
            let more = if names.len() < NAMES { "" } else { "…" };
            format!("{} × {number}（{}{more}）", harm(*why).in_(language), names.join("、"))
        };
        let parts = missing_parts(&self.import.parts).into_iter().map(part);
        parts.chain(self.why.iter().map(reason)).collect()
    }
}

/// Looks into the files.
pub(crate) async fn look(
    wish: LookWish,
    extra: Vec<Arc<Revision>>,
    scope: &DedicatedWorkerGlobalScope,
) -> Result<(Looked, Answer), Refusal> {
    let files: Vec<File> = wish.files.iter().filter_map(|file| file.dyn_into().ok()).collect();
    let log = Log::open(&wish.journal, extra).await;
    let mut staging = Staging::default();
    let looked = log.each(|_, revision| staging.has(&revision), |_| {}, |_| {}).await;
    looked.map_err(|error| Refusal::Said(told(&error)))?;
    let pictures: BTreeSet<_> = log.pictures().await.unwrap_or_default().into_iter().collect();
    let mut counted = Counted::default();
    let all = files.iter().map(|file| file.size()).sum::<f64>().max(1.0);
    let whole = each(&wish, &files, |found| {
        counted.take(found, &mut staging, &pictures);
        if counted.revisions % 256 == 0 {
            say(scope, &Answer::Progress((counted.read / all).min(1.0)));
        }
    })?;
    let import = &mut counted.import;
    if counted.revisions > 0 {
        import.pages.clear();
    }
    let mut copies = count(import.copies.len());
    if wish.copies {
        import.take_copies();
    }
    // Offered where the lines are lost, or some of them.
    if wish.copies || (counted.revisions > 0 && counted.damaged == 0) {
        copies = 0;
    }
    let mut staged = staging.staged();
    if !import.pages.is_empty() {
        let of_pages = stage_pages(import, &log, wish.by()).await;
        add_pages(&mut staged, of_pages.map_err(|error| Refusal::Said(told(&error)))?);
    }
    let answer = Answer::Looked {
        counts: counted.counts(&staged, copies),
        sentences: counted.sentences(wish.language),
        aside: Uint8Array::from(counted.aside.as_slice()),
    };
    let looked = Looked {
        wish,
        files,
        staging,
        pages: staged.revisions,
        whole,
        pictures,
    };
    Ok((looked, answer))
}

/// Counts Markdown with the rest.
fn add_pages(staged: &mut Staged, pages: Staged) {
    staged.added += pages.added;
    staged.known += pages.known;
    staged.erased += pages.erased;
    staged.changes.extend(pages.changes);
    staged.apart.extend(pages.apart);
    staged.revisions.extend(pages.revisions);
}

/// Reads the files and gives what stands in them. Answers which ZIP was whole.
fn each(wish: &LookWish, files: &[File], mut found: impl FnMut(Found)) -> Result<Vec<bool>, Refusal> {
    let gone = Rc::new(RefCell::new(None));
    // What tells a trap from a journal stays, unless its owner says otherwise.
    let limits = if wish.all { Limits::none() } else { Limits::own() };
    let mut reader = Reader::new(Chosen::all(files, &gone), &limits);
    for one in reader.by_ref() {
        let one = one.map_err(|why| refusal(why, files, wish.language));
        unreadable(&gone, wish.language)?;
        found(one?);
    }
    unreadable(&gone, wish.language)?;
    Ok(reader.were_whole())
}

fn unreadable(gone: &Rc<RefCell<Option<String>>>, language: Language) -> Result<(), Refusal> {
    match gone.borrow().as_ref() {
        Some(name) => Err(fill(t::UNREADABLE.in_(language), &[("name", name)]).into()),
        None => Ok(()),
    }
}

fn refusal(why: ImportError, files: &[File], language: Language) -> Refusal {
    let names: Vec<_> = files.iter().map(File::name).collect();
    let sentence = fill(refused(why).in_(language), &[("name", &names.join("、"))]);
    if why.may_go_on() {
        Refusal::Hesitates(sentence)
    } else {
        Refusal::Said(sentence)
    }
}

/// Bytes that could not be read, each after a line saying where they stood.
fn set_aside(aside: &mut Vec<u8>, place: Option<&str>, bytes: &[u8]) {
    if aside.len() + bytes.len() > ASIDE {
        return;
    }
    if let Some(place) = place {
        aside.extend_from_slice(format!("# {place}\n").as_bytes());
    }
    aside.extend_from_slice(bytes);
    aside.push(b'\n');
}

/// Markdown is held against what the journal says.
async fn stage_pages(import: &Import, log: &Log, by: Author) -> Result<Staged, JsValue> {
    let records: Vec<RecordId> = import.pages.iter().map(|page| page.record).collect();
    let mut journal = Journal::new();
    let mut some = Vec::new();
    let these = |_, revision: Revision| some.extend(records.contains(&revision.record()).then_some(revision));
    log.each(these, |_| {}, |_| {}).await?;
    journal.merge(some);
    Ok(stage(import, &journal, by))
}

/// Gives the page what is new: pictures first, so that no entry is shown without its own; then what each record will show,
/// then what stood before that.
pub(crate) async fn give(looked: &Looked, inbox: &mut Inbox, scope: &DedicatedWorkerGlobalScope) -> Outcome {
    let (wish, files, staging) = (&looked.wish, &looked.files, &looked.staging);
    let gone = Rc::new(RefCell::new(None));
    let limits = if wish.all { Limits::none() } else { Limits::own() };
    let reader = |without| {
        let reader = Reader::new(Chosen::all(files, &gone), &limits);
        reader.knowing(looked.whole.clone()).without(without)
    };
    for found in reader(Without::Words) {
        let found = found.map_err(|why| refusal(why, files, wish.language))?;
        if let Found::Picture(picture) = found
            && !looked.pictures.contains(&picture.id())
        {
            say(scope, &Answer::Picture(Uint8Array::from(picture.bytes())));
            inbox.acknowledged().await;
        }
        unreadable(&gone, wish.language)?;
    }
    let mut batch = Batch::default();
    for revision in &looked.pages {
        batch.add(revision.clone(), inbox, scope).await;
    }
    // Of a record that will show several versions, all of them together.
    let mut together: BTreeMap<RecordId, Vec<Revision>> = BTreeMap::new();
    for when in [When::First, When::Then] {
        for found in reader(Without::Pictures) {
            let Found::Revision(revision) = found.map_err(|why| refusal(why, files, wish.language))? else {
                continue;
            };
            unreadable(&gone, wish.language)?;
            if staging.when(&revision) != when {
                continue;
            }
            let record = revision.record();
            let number = staging.coming_heads(record);
            if when == When::First && number > 1 {
                let heads = together.entry(record).or_default();
                heads.push(revision);
                if heads.len() == number {
                    for revision in together.remove(&record).unwrap_or_default() {
                        batch.hold(revision);
                    }
                    batch.send(inbox, scope).await;
                }
                continue;
            }
            batch.add(revision, inbox, scope).await;
        }
        batch.send(inbox, scope).await;
    }
    Ok(Answer::Given)
}

/// Revisions on their way to the page.
#[derive(Default)]
struct Batch {
    revisions: Vec<Arc<Revision>>,
    bytes: usize,
}

impl Batch {
    fn hold(&mut self, revision: Revision) {
        self.bytes += revision.content().json().len();
        self.revisions.push(Arc::new(revision));
    }

    async fn add(&mut self, revision: Revision, inbox: &mut Inbox, scope: &DedicatedWorkerGlobalScope) {
        self.hold(revision);
        if self.bytes >= BATCH || self.revisions.len() >= MOST {
            self.send(inbox, scope).await;
        }
    }

    async fn send(&mut self, inbox: &mut Inbox, scope: &DedicatedWorkerGlobalScope) {
        let revisions = std::mem::take(&mut self.revisions);
        self.bytes = 0;
        if !revisions.is_empty() {
            let lines = write_lines(&revisions);
            say(scope, &Answer::Lines(Uint8Array::from(lines.as_bytes())));
            inbox.acknowledged().await;
        }
    }
}
