//! What is under way, owed, or to be destroyed.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use leptos::mount::mount_to;
use leptos::prelude::GetUntracked;
use luoxuan::session::{Draft, PART, Trouble};
use luoxuan::store::Store;
use luoxuan::{Author, Content, DeviceId, Entry, Journal, RecordId, Revision, Timestamp};
use luoxuan_web::browser::clock::sleep;
use luoxuan_web::browser::database::Database;
use luoxuan_web::browser::local::Local;
use luoxuan_web::browser::tabs::Tabs;
use luoxuan_web::keeping::Keeper;
use luoxuan_web::notebook::Notebook;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::bench::{Mounted, ask, fresh, mount, others, own_element, wait_for};
use crate::database::{no_room, written};
use crate::drafts::{draft_text, open};

const BY: Author = Author {
    device: DeviceId::from_bytes([5; 16]),
    now: Timestamp::new(1_764_000_100_000, 480),
};

fn says(body: &str) -> Content {
    Content::of(&Entry {
        body: body.into(),
        ..Entry::default()
    })
}

/// Loads the journal of this name, as a page does.
fn start(name: &str) {
    let keeper = Keeper::open(name);
    mount_to(own_element(), move || Notebook::new(keeper).start_then(async {})).forget();
}

fn erasures(of: &[Arc<Revision>]) -> Vec<Arc<Revision>> {
    let mut journal = Journal::new();
    journal.merge(of.iter().cloned());
    of.iter()
        .map(|revision| journal.erase(revision.record(), BY).expect("erased"))
        .collect()
}

/// Every byte of the log, and every draft.
async fn on_disk(store: &Database) -> String {
    let (mut all, mut from) = (Vec::new(), Some(0));
    while let Some(at) = from {
        let answered = store.pieces(at).await.expect("it reads");
        all.extend(answered.pieces.iter().flat_map(js_sys::Uint8Array::to_vec));
        from = answered.next;
    }
    let drafts = store.drafts().await.expect("they are read");
    all.extend(drafts.into_iter().flat_map(|(_, text)| text.into_bytes()));
    String::from_utf8(all).expect("it is text")
}

/// Waits until what is on disk is as it should be.
async fn disk_comes_to(store: &Database, right: impl Fn(&str) -> bool) {
    let end = js_sys::Date::now() + 15_000.0;
    loop {
        let left = on_disk(store).await;
        if right(&left) {
            return;
        }
        assert!(js_sys::Date::now() < end, "{left}");
        sleep(Duration::from_millis(50)).await;
    }
}

#[wasm_bindgen_test]
async fn what_is_erased_at_once_is_gone_from_the_disk_though_it_lay_together() {
    let name = fresh("erased");
    let keeper = open(&name);
    let all = written(6, |number| format!("第{number}件家事"));
    keeper.keep(&all).await;
    // Somebody was still typing in one of them, in a window that is no more.
    let draft = Draft {
        record: all[1].record(),
        base: vec![all[1].id()],
        content: says("第1件家事，没写完"),
        at: Timestamp::new(1_764_000_050_000, 480),
        count: None,
    };
    let key = format!("gone:{}", draft.record);
    let store = Database::new(&name);
    store
        .put_drafts(&[draft_text(&key, 1, &draft.to_text())])
        .await
        .expect("kept");
    assert!(on_disk(&store).await.contains("第1件家事，没写完"));

    // As the page does for a spiral: all at once. The last two come from a file, together.
    let gone = erasures(&all[..5]);
    let ways = gone[..3]
        .iter()
        .map(|erasure| keeper.keep(std::slice::from_ref(erasure)));
    futures::future::join(futures::future::join_all(ways), keeper.keep(&gone[3..])).await;
    let left = on_disk(&store).await;
    assert_eq!(left.matches("家事").count(), 1, "{left}");
    assert!(left.contains("第5件家事"));
    assert_eq!(left.matches("\"state\":\"erased\"").count(), 5);
    assert!(keeper.status().get_untracked().kept.is_some());
}

#[wasm_bindgen_test]
async fn words_that_outlived_their_erasure_are_destroyed_at_the_next_start() {
    let name = fresh("outlived");
    let store = Database::new(&name);
    let all = written(3, |number| format!("第{number}件家事"));
    let gone = erasures(&all[..2]);
    // One erasure was broken off after it was kept; words of the other were written after it, in a window that had slept.
    store.append(&[all[0].clone(), gone[0].clone()]).await.expect("kept");
    store
        .append(&[gone[1].clone(), all[1].clone(), all[2].clone()])
        .await
        .expect("kept");
    start(&name);
    disk_comes_to(&store, |left| left.matches("家事").count() == 1).await;
    assert!(on_disk(&store).await.contains("第2件家事"));
}

#[wasm_bindgen_test]
async fn what_was_refused_is_kept_once_however_many_try() {
    let name = fresh("owed");
    let keeper = open(&name);
    let all = written(3, |number| format!("第{number}条"));
    let mend = no_room().await;
    keeper.keep(&all[..1]).await;
    assert!(keeper.status().get_untracked().waiting.is_some());
    mend.call0(&JsValue::NULL).expect("mended");
    // Two try at once, as when a window is left and looked at again.
    keeper.flush();
    keeper.flush();
    keeper.keep(&all[1..]).await;
    let store = Database::new(&name);
    disk_comes_to(&store, |left| {
        (0..3).all(|number| left.contains(&format!("第{number}条")))
    })
    .await;
    let waiting = || keeper.status().get_untracked().waiting;
    wait_for("nothing waits", || waiting().is_none().then_some(())).await;
    assert_eq!(on_disk(&store).await.matches("第0条").count(), 1);
}

#[wasm_bindgen_test]
async fn nothing_is_said_to_be_kept_while_a_text_is_on_its_way() {
    let name = fresh("under-way");
    let keeper = open(&name);
    let all = written(1, |_| "教".repeat(2_000_000));
    // A small write is done while a large one is still going on.
    let large = {
        let keeper = keeper.clone();
        async move { keeper.keep(&all).await }
    };
    let small = async {
        keeper.put_picture(b"\xff\xd8picture").await.expect("kept");
        let status = keeper.status().get_untracked();
        assert!(status.kept.is_some() && status.waiting.is_some(), "{status:?}");
    };
    futures::future::join(small, large).await;
    assert_eq!(keeper.status().get_untracked().waiting, None);
}

#[wasm_bindgen_test]
async fn a_draft_that_had_become_a_revision_and_comes_back_is_no_conflict() {
    let name = fresh("come-back");
    let keeper = open(&name);
    let (record, now) = (RecordId::from_bytes([8; 16]), BY.now);
    let by = |minutes: i64| Author {
        device: keeper.device(),
        now: now.saturating_add(minutes * 60_000),
    };
    let mut journal = Journal::new();
    let first = journal
        .write(record, says("写了一半，又写完了。"), by(2))
        .expect("written");
    let second = journal.write(record, says("写完以后又改了。"), by(3)).expect("written");
    keeper.keep(&[first, second]).await;
    // What localStorage had on disk when the browser was killed, and words of a window that really were never kept.
    let local = Local::open(&name);
    let left = |record: RecordId, body: &str, minute| {
        let draft = Draft {
            record,
            base: Vec::new(),
            content: says(body),
            at: by(minute).now,
            count: None,
        };
        local
            .set(&format!("hot:gone:{record}"), &draft.to_text())
            .expect("kept");
    };
    left(record, "写了一", 1);
    let other = written(1, |_| "别的设备写的".into());
    keeper.keep(&other).await;
    left(other[0].record(), "没有存下来的话", 1);

    start(&name);
    let store = Database::new(&name);
    disk_comes_to(&store, |left| left.contains("没有存下来的话")).await;
    let mut there = Journal::new();
    there.merge(store.read(0).await.expect("it reads").revisions);
    let heads = |record| -> Vec<String> {
        let all = there.heads(record).iter();
        let mut bodies: Vec<_> = all
            .filter_map(|head| head.content().read::<Entry>())
            .map(|entry| entry.body)
            .collect();
        bodies.sort();
        bodies
    };
    assert_eq!(heads(record), ["写完以后又改了。"]);
    let history = store.history(record).await.expect("it reads");
    assert!(
        history.iter().any(|one| *one.content() == says("写了一")),
        "nothing typed is thrown away"
    );
    assert_eq!(
        heads(other[0].record()),
        ["别的设备写的", "没有存下来的话"],
        "for a person to see"
    );
}

#[wasm_bindgen_test]
async fn a_window_that_gets_no_lock_is_the_first() {
    let tabs = Tabs::join(&fresh("locks"), "one");
    let wrap = "const own = LockManager.prototype.request; \
        LockManager.prototype.request = () => Promise.reject(new DOMException('no', 'SecurityError')); \
        return () => { LockManager.prototype.request = own; }";
    let mend: js_sys::Function = ask(&[], "", wrap).await.into();
    // Before, it waited for ever for an answer.
    let first = tabs.is_first().await;
    mend.call0(&JsValue::NULL).expect("mended");
    assert!(first);
    assert!(tabs.is_first().await, "nobody had it");
    assert!(!tabs.is_first().await, "now it is taken");
}

/// A page with a journal, its notebook, and whether that has loaded.
pub(crate) async fn page(keeper: &Keeper) -> (Mounted, Notebook, Rc<Cell<bool>>) {
    let (book, loaded) = (Rc::new(Cell::new(None)), Rc::new(Cell::new(false)));
    let (keeper, given, told) = (keeper.clone(), book.clone(), loaded.clone());
    let page = mount(move || {
        let notebook = Notebook::new(keeper);
        notebook.start_then(async move { told.set(true) });
        given.set(Some(notebook));
    })
    .await;
    (page, book.get().expect("it is mounted"), loaded)
}

fn memory() -> u32 {
    let memory: js_sys::WebAssembly::Memory = wasm_bindgen::memory().unchecked_into();
    memory.buffer().unchecked_into::<js_sys::ArrayBuffer>().byte_length()
}

#[wasm_bindgen_test]
async fn a_journal_that_is_left_lets_go_of_locks_and_memory_once_its_words_are_kept() {
    let name = fresh("left");
    let all = written(4000, |number| format!("第{number}条{}", "教".repeat(400)));
    Database::new(&name).append(&all).await.expect("kept");
    drop(all);
    let visit = async |words: &str| {
        let (page, notebook, loaded) = page(&Keeper::open(&name)).await;
        wait_for("the journal", || loaded.get().then_some(())).await;
        assert_eq!(others(&name).await.len(), 1);
        // With words on their way, as when somebody goes to another journal in mid-sentence.
        notebook.draft(RecordId::from_bytes([9; 16]), &[], says(words));
        drop(page);
        let end = js_sys::Date::now() + 20_000.0;
        while !others(&name).await.is_empty() {
            assert!(js_sys::Date::now() < end, "the window is still there");
            sleep(Duration::from_millis(50)).await;
        }
    };
    visit("第一次").await;
    visit("第二次").await;
    let before = memory();
    for _ in 0..4 {
        visit("又一次").await;
    }
    // Each journal that is held takes six megabytes.
    assert!(memory() - before < 6 << 20, "{} bytes more", memory() - before);
    let left = on_disk(&Database::new(&name)).await;
    assert!(left.contains("第一次") && left.contains("又一次"));
}

#[wasm_bindgen_test]
async fn a_log_that_did_not_answer_is_read_on_once_it_does() {
    let name = fresh("read-on");
    let all = written(3, |number| format!("第{number}条"));
    Database::new(&name).append(&all).await.expect("kept");
    let wrap = "const own = IDBObjectStore.prototype.getAll; \
        IDBObjectStore.prototype.getAll = function () { throw new DOMException('gone', 'InvalidStateError'); }; \
        return () => { IDBObjectStore.prototype.getAll = own; }";
    let mend: js_sys::Function = ask(&[], "", wrap).await.into();
    let keeper = Keeper::open(&name);
    let (_page, notebook, loaded) = page(&keeper).await;
    let trouble = || keeper.status().get_untracked().trouble;
    wait_for("the start", || loaded.get().then_some(())).await;
    assert_eq!(trouble(), Some(Trouble::StoreClosed));
    assert!(notebook.is_empty());
    mend.call0(&JsValue::NULL).expect("mended");
    wait_for("what is in the log", || (!notebook.is_empty()).then_some(())).await;
    wait_for("the end of the trouble", || trouble().is_none().then_some(())).await;
}

#[wasm_bindgen_test]
async fn a_database_that_was_deleted_is_written_again_whole_before_it_is_said() {
    let name = fresh("again");
    // More than one part of it.
    let count = u32::try_from(PART).expect("it is small") + 1;
    let all = written(count, |number| format!("第{number}条。"));
    let store = Database::new(&name);
    store.append(&all).await.expect("kept");
    let keeper = Keeper::open(&name);
    let (_page, notebook, loaded) = page(&keeper).await;
    wait_for("the journal", || loaded.get().then_some(())).await;
    notebook.draft(RecordId::from_bytes([9; 16]), &[], says("写到一半的话"));
    disk_comes_to(&store, |left| left.contains("写到一半的话")).await;
    store.delete().await.expect("deleted");

    notebook.write_after(RecordId::from_bytes([10; 16]), &[], says("删了以后写的"));
    let trouble = || keeper.status().get_untracked().trouble;
    wait_for("the word of it", || (trouble() == Some(Trouble::Cleared)).then_some(())).await;
    let left = on_disk(&Database::new(&name)).await;
    for number in 0..count {
        assert!(left.contains(&format!("第{number}条。")), "{number}");
    }
    assert!(left.contains("写到一半的话") && left.contains("删了以后写的"));
}

#[wasm_bindgen_test]
async fn whoever_needs_the_database_at_once_opens_it_once() {
    let name = fresh("open");
    Database::new(&name)
        .append(&written(1, |_| "一".into()))
        .await
        .expect("kept");
    let count = "const own = IDBFactory.prototype.open; let opened = 0; \
        IDBFactory.prototype.open = function (...given) { opened += 1; return own.apply(this, given); }; \
        return () => { IDBFactory.prototype.open = own; return opened; }";
    let counted: js_sys::Function = ask(&[], "", count).await.into();
    let store = Database::new(&name);
    let all = futures::future::join3(store.read(0), store.drafts(), store.blobs()).await;
    let opened = counted.call0(&JsValue::NULL).expect("mended");
    assert!(all.0.is_ok_and(|chunk| chunk.revisions.len() == 1) && all.1.is_ok() && all.2.is_ok());
    assert_eq!(opened.as_f64(), Some(1.0));
}
