//! A command-line journal on a folder: proof that the core can be embedded in an afternoon.
//!
//! `cargo run -p luoxuan --features folder --example journal -- ~/journal write problem "平均只写了96字"`
//!
//! `… -- ~/journal export ~/copy` writes all of it as Markdown, with the archive beside it.

use std::error::Error;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use luoxuan::catalog::{Labelled, Language};
use luoxuan::format::{Archive, Picture, markdown, write_jsonl};
use luoxuan::store::{FolderStore, ready};
use luoxuan::text::excerpt;
use luoxuan::{Author, Content, DeviceId, Entry, Index, Journal, Phase, RecordId, Revision, Spiral, Store, Timestamp};

const HELP: &str = "\
A teacher's research journal in a folder.

  journal FOLDER spiral TITLE                   begin a spiral
  journal FOLDER write PHASE TEXT [SPIRAL]      write an entry; PHASE is problem, action, observation,
                                                reflection, new_problem or note
  journal FOLDER list                           every spiral and loose entry
  journal FOLDER show SPIRAL                    the turns of one spiral
  journal FOLDER export TO                      everything as Markdown, and the archive, into the folder TO

A spiral or entry may be named by the beginning of its id.";

/// The core draws nothing at random; whoever embeds it does.
fn random() -> Result<[u8; 16], Box<dyn Error>> {
    let mut bytes = [0; 16];
    File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    Ok(bytes)
}

fn now() -> Result<Timestamp, Box<dyn Error>> {
    let elapsed = SystemTime::now().duration_since(UNIX_EPOCH)?;
    Ok(Timestamp::new(i64::try_from(elapsed.as_millis())?, 0))
}

/// One device id per folder and computer, kept where no tool copies it to another.
fn device(folder: &str) -> Result<DeviceId, Box<dyn Error>> {
    let home = std::env::var_os("HOME").ok_or("there is no home folder to keep the device in")?;
    let state = Path::new(&home).join(".local/state/luoxuan");
    Ok(FolderStore::device(Path::new(folder), &state, random()?)?)
}

fn find(index: &Index, prefix: &str) -> Result<RecordId, Box<dyn Error>> {
    let mut named = index
        .of_kind::<Spiral>()
        .map(|(id, _)| id)
        .filter(|id| id.to_string().starts_with(prefix));
    named
        .next()
        .ok_or_else(|| format!("no spiral begins with {prefix}").into())
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let [folder, command, rest @ ..] = arguments.as_slice() else {
        println!("{HELP}");
        return Ok(());
    };

    let author = Author {
        device: device(folder)?,
        now: now()?,
    };
    // Only what writes makes a folder of a path.
    let store = match *command {
        "spiral" | "write" => FolderStore::open(folder, author.device)?,
        _ => FolderStore::open_read_only(folder)?,
    };
    let mut journal = Journal::new();
    let kept = read(&mut journal, &store, matches!(*command, "spiral" | "write"))?;
    let index = Index::of(&journal);

    match (*command, rest) {
        ("spiral", [title]) => {
            let spiral = Spiral {
                title: (*title).into(),
                ..Spiral::default()
            };
            add(&mut journal, &store, Content::of(&spiral), author)?;
        }
        ("write", [phase, text, in_spiral @ ..]) => {
            let entry = entry(&index, phase, text, in_spiral.first().copied(), author)?;
            add(&mut journal, &store, Content::of(&entry), author)?;
        }
        ("list", []) => list(&index),
        ("show", [prefix]) => show(&index, find(&index, prefix)?),
        ("export", [to]) => export(kept, &store, Path::new(to))?,
        _ => println!("{HELP}"),
    }
    Ok(())
}

/// Reads what the folder holds into a journal; its revisions in the order they were written.
fn read(journal: &mut Journal, store: &FolderStore, writes: bool) -> Result<Vec<Arc<Revision>>, Box<dyn Error>> {
    let (mut kept, mut from) = (Vec::new(), Some(0));
    while let Some(at) = from {
        let chunk = ready(store.read(at)).ok_or("a folder never waits")??;
        if !chunk.damage.is_empty() {
            eprintln!("{} damaged lines, left as they are", chunk.damage.len());
        }
        let merged = journal.merge(chunk.revisions);
        kept.extend(merged.added);
        // What was erased on another computer may still lie in this one's file.
        for erasure in merged.erasures.values().filter(|_| writes) {
            ready(store.erase(erasure)).ok_or("a folder never waits")??;
        }
        from = chunk.next;
    }
    Ok(kept)
}

/// An entry in a phase, behind the last of its spiral if it is in one.
fn entry(index: &Index, phase: &str, text: &str, spiral: Option<&str>, by: Author) -> Result<Entry, Box<dyn Error>> {
    let phase = Phase::from_word(phase).ok_or("no such phase; see --help")?;
    let spiral = spiral.map(|prefix| find(index, prefix)).transpose()?;
    let last = spiral.and_then(|spiral| index.turns(spiral).last()?.entries.last().copied());
    Ok(Entry {
        spiral,
        phase,
        after: last,
        body: text.into(),
        happened_on: Some(by.now.date()),
        written: Some(by.now),
        ..Entry::default()
    })
}

fn list(index: &Index) {
    for (id, spiral) in index.of_kind::<Spiral>() {
        println!("{id}  {}  ({} turns)", spiral.title, index.turns(id).len());
    }
    for (id, entry) in index.of_kind::<Entry>().filter(|(_, entry)| entry.spiral.is_none()) {
        println!("{id}  {}", excerpt(&entry.body, 40));
    }
}

fn show(index: &Index, spiral: RecordId) {
    for turn in index.turns(spiral) {
        println!("第 {} 轮 · {}", turn.number, turn.state.label().in_(Language::ZhHans));
        for entry in turn.entries.iter().filter_map(|id| index.entry(*id)) {
            println!(
                "  {} {}",
                entry.phase.label().in_(Language::ZhHans),
                excerpt(&entry.body, 60)
            );
        }
    }
}

/// Everything as Markdown and pictures in a folder, with the archive beside it.
fn export(revisions: Vec<Arc<Revision>>, store: &FolderStore, to: &Path) -> Result<(), Box<dyn Error>> {
    let blobs = ready(store.blobs()).ok_or("a folder never waits")??;
    let pictures = blobs.into_iter().filter_map(|id| ready(store.blob(id))?.ok()?);
    let archive = Archive {
        revisions,
        pictures: pictures.map(Picture::new).collect(),
        ..Archive::default()
    };
    let write = |path: &str, bytes: &[u8]| {
        let path = to.join(path);
        fs::create_dir_all(path.parent().unwrap_or(to))?;
        fs::write(path, bytes)
    };
    for (path, text) in markdown::files(&archive, Language::ZhHans) {
        write(&path, text.as_bytes())?;
    }
    for picture in &archive.pictures {
        write(&format!("pictures/{}", picture.file_name()), picture.bytes())?;
    }
    write("journal.jsonl", &write_jsonl(&archive))?;
    Ok(())
}

fn add(journal: &mut Journal, store: &FolderStore, content: Content, by: Author) -> Result<(), Box<dyn Error>> {
    let id = RecordId::from_bytes(random()?);
    if let Some(revision) = journal.write(id, content, by) {
        ready(store.append(&[revision])).ok_or("a folder never waits")??;
        println!("{id}");
    }
    Ok(())
}
