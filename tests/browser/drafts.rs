//! A text on its way: first to localStorage, then to the database, and back after a death.

use std::time::Duration;

use leptos::mount::mount_to;
use leptos::prelude::GetUntracked;
use luoxuan::session::{Count, Draft, DraftText};
use luoxuan::{Content, Entry, RecordId, RevisionId, Timestamp};
use luoxuan_web::browser::clock::{self, sleep};
use luoxuan_web::browser::local::Local;
use luoxuan_web::keeping::Keeper;
use luoxuan_web::notebook::Notebook;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::bench::{fresh, own_element, wait_for};

/// Opens it as a page does: mounting is what lets it go on by itself.
pub(crate) fn open(name: &str) -> Keeper {
    mount_to(own_element(), || ()).forget();
    Keeper::open(name)
}

fn draft(record: u8, body: &str) -> Draft {
    let entry = Entry {
        body: body.into(),
        ..Entry::default()
    };
    Draft {
        record: RecordId::from_bytes([record; 16]),
        base: Vec::new(),
        content: Content::of(&entry),
        at: clock::now(),
        count: None,
    }
}

/// The same draft, as the so manieth of the tab of this name.
fn counted(draft: Draft, tab: &str, number: u64) -> Draft {
    let tab = tab.to_owned();
    Draft {
        count: Some(Count { tab, number }),
        ..draft
    }
}

/// An unfinished text as the database is given it.
pub(crate) fn draft_text(key: &str, number: u64, text: &str) -> DraftText {
    let (key, text) = (key.into(), text.into());
    DraftText { key, number, text }
}

/// Somebody types, and the clock says what the draft says.
fn types(keeper: &Keeper, draft: Draft) {
    keeper.act(|session, _| session.draft(draft.record, &draft.base, draft.content, draft.at));
}

/// What a start finds that dead tabs left.
async fn left(keeper: &Keeper) -> Vec<Draft> {
    keeper.load_rest(|_| ()).await;
    let left = keeper.left_behind().await;
    left.into_iter().map(|(draft, _)| draft).collect()
}

/// Starts as a page does and waits until all is loaded.
async fn started(name: &str) -> Notebook {
    let keeper = Keeper::open(name);
    let (tell, heard) = futures::channel::oneshot::channel();
    mount_to(own_element(), move || {
        let notebook = Notebook::new(keeper);
        notebook.start_then(async move {
            let _ = tell.send(notebook);
        });
    })
    .forget();
    heard.await.expect("it loads")
}

/// What the heads of a record say, in some order.
fn heads(notebook: Notebook, record: RecordId) -> Vec<String> {
    let heads = notebook.of_source(record, |journal| journal.heads(record).to_vec());
    let mut all: Vec<_> = heads
        .iter()
        .filter_map(|head| Some(head.content().read::<Entry>()?.body))
        .collect();
    all.sort();
    all
}

#[wasm_bindgen_test]
async fn a_draft_reaches_both_lanes_and_only_then_counts_as_kept() {
    let name = fresh("draft");
    let keeper = open(&name);
    let start = js_sys::Date::now();
    types(&keeper, draft(1, "写到一半"));
    assert!(keeper.has_drafts());
    let status = || keeper.status().get_untracked();
    assert!(status().waiting.is_some() && status().kept.is_none());

    let local = Local::open(&name);
    wait_for("the hot draft", || local.keys("hot:").first().cloned()).await;
    assert!(js_sys::Date::now() - start < 1_000.0);
    assert!(status().kept.is_none(), "localStorage is no promise");

    wait_for("the promise", || status().kept).await;
    assert!(js_sys::Date::now() - start < 4_000.0);
    assert_eq!(status().waiting, None);
    let kept = keeper.database().drafts().await.expect("they can be read");
    assert_eq!(kept.len(), 1);
    let back = Draft::from_text(&kept[0].1).expect("it is a draft");
    assert_eq!(
        back.content.read::<Entry>().map(|entry| entry.body),
        Some("写到一半".into())
    );
}

#[wasm_bindgen_test]
fn a_draft_is_written_as_every_version_has_written_it() {
    let ids = [RevisionId::from_bytes([0; 32]), RevisionId::from_bytes([1; 32])];
    for base in [&ids[..0], &ids[..1], &ids] {
        let written = Draft {
            base: base.to_vec(),
            at: Timestamp::new(1_764_000_000_000, -210),
            ..draft(0, "他说：“像\"在做题\"\\。”\n\t𠮷\u{2028}")
        };
        let quoted: Vec<_> = base.iter().map(|id| format!("\"{id}\"")).collect();
        let text = [
            r#"{"record":"aaaaaaaaaaaaaaaaaaaaaaaaaa","base":["#,
            &quoted.join(","),
            r#"],"content":{"body":"他说：“像\"在做题\"\\。”\n\t𠮷"#,
            "\u{2028}",
            r#"","kind":"entry"},"at":[1764000000000,-210]}"#,
        ];
        assert_eq!(written.to_text(), text.concat());
        assert_eq!(Draft::from_text(&written.to_text()), Some(written));
    }
}

#[wasm_bindgen_test]
async fn what_a_dead_tab_left_behind_is_found_and_a_living_tabs_is_left_alone() {
    let name = fresh("dead");
    let local = Local::open(&name);
    let (old, new) = (draft(1, "旧的"), draft(1, "新的"));
    let (old, new) = (counted(old, "dead", 1), counted(new, "dead", 2));
    let key = |tab: &str, record: RecordId| format!("{tab}:{record}");
    local
        .set(&format!("hot:{}", key("dead", old.record)), &new.to_text())
        .expect("set");
    let alive = open(&name);
    types(&alive, draft(2, "别人正在写"));
    alive.flush();
    wait_for("the living tab's draft", || alive.status().get_untracked().kept).await;
    alive
        .database()
        .put_drafts(&[draft_text(&key("dead", old.record), 1, &old.to_text())])
        .await
        .expect("kept");

    let keeper = open(&name);
    assert_eq!(left(&keeper).await, [new], "the newer of the two");
    keeper.forget_left_behind().await;
    let kept = keeper.database().drafts().await.expect("they can be read");
    assert_eq!(kept.len(), 1, "the living tab's");
    assert_eq!(local.keys("hot:").len(), 1);
}

#[wasm_bindgen_test]
async fn two_dead_tabs_leave_two_drafts_of_one_record_and_both_are_found() {
    let name = fresh("two-dead");
    let database = open(&name).database();
    let (one, other) = (draft(1, "在一个窗口里改的"), draft(1, "在另一个窗口里改的"));
    for (tab, draft) in [("one", &one), ("other", &other)] {
        let kept = [draft_text(&format!("{tab}:{}", draft.record), 1, &draft.to_text())];
        database.put_drafts(&kept).await.expect("kept");
    }
    let keeper = open(&name);
    assert_eq!(left(&keeper).await, [one, other]);
    keeper.forget_left_behind().await;
    assert_eq!(database.drafts().await, Ok(Vec::new()));
}

#[wasm_bindgen_test]
async fn what_nobody_has_read_is_not_forgotten() {
    let name = fresh("unread");
    let (keeper, local) = (open(&name), Local::open(&name));
    let database = keeper.database();
    let put = async |key: String, text: &str| {
        database.put_drafts(&[draft_text(&key, 0, text)]).await.expect("kept");
    };
    let read = draft(1, "读过的");
    put(format!("dead:{}", read.record), &read.to_text()).await;
    put("dead:damaged".into(), "{\"record\":").await;
    assert_eq!(left(&keeper).await, [read]);
    // A tab that was alive then has died since.
    let late = draft(2, "刚刚关掉的窗口里的");
    put(format!("late:{}", late.record), &late.to_text()).await;
    local
        .set(&format!("hot:late:{}", late.record), &late.to_text())
        .expect("set");
    keeper.forget_left_behind().await;
    let mut keys: Vec<_> = database
        .drafts()
        .await
        .expect("they can be read")
        .into_iter()
        .map(|(key, _)| key)
        .collect();
    keys.sort();
    assert_eq!(keys, ["dead:damaged".into(), format!("late:{}", late.record)]);
    assert_eq!(local.keys("hot:").len(), 1);
    assert_eq!(keeper.damage().len(), 1, "what cannot be read can be taken as it is");
}

#[wasm_bindgen_test]
async fn two_keys_in_one_tick_of_the_clock_are_both_kept() {
    let name = fresh("tick");
    let keeper = open(&name);
    let first = draft(1, "一");
    let second = Draft {
        at: first.at,
        ..draft(1, "一二")
    };
    types(&keeper, first);
    keeper.flush();
    // Its transaction has begun and is not complete.
    sleep(Duration::ZERO).await;
    types(&keeper, second.clone());
    wait_for("the promise", || {
        keeper.status().get_untracked().waiting.is_none().then_some(())
    })
    .await;
    let kept = keeper.database().drafts().await.expect("they can be read");
    let kept: Vec<_> = kept.iter().filter_map(|(_, text)| Draft::from_text(text)).collect();
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].content, second.content, "shown as kept and not kept");
    assert_eq!(kept[0].count.as_ref().map(|count| count.number), Some(2));
}

/// How far a clock is set between two keys.
const JUMPS: [i64; 6] = [60_000, -60_000, 3_600_000, -3_600_000, 31_536_000_000, -31_536_000_000];

#[wasm_bindgen_test]
async fn a_clock_that_is_set_costs_no_word_of_a_tab_that_died() {
    for jump in JUMPS {
        for hot_is_newer in [false, true] {
            let name = fresh("set");
            let local = Local::open(&name);
            let before = counted(draft(1, "甲"), "dead", 1);
            let after = Draft {
                at: before.at.saturating_add(jump),
                ..counted(draft(1, "甲乙"), "dead", 2)
            };
            let (kept, hot) = if hot_is_newer {
                (&before, &after)
            } else {
                (&after, &before)
            };
            let key = format!("dead:{}", before.record);
            local.set(&format!("hot:{key}"), &hot.to_text()).expect("set");
            let database = open(&name).database();
            database
                .put_drafts(&[draft_text(&key, 1, &kept.to_text())])
                .await
                .expect("kept");
            let notebook = started(&name).await;
            assert_eq!(
                heads(notebook, before.record),
                ["甲乙"],
                "the clock was set by {jump} ms"
            );
        }
    }
}

#[wasm_bindgen_test]
async fn an_older_copy_of_what_became_a_revision_is_no_conflict() {
    for jump in [3_600_000, -3_600_000] {
        let name = fresh("older");
        let (keeper, local) = (open(&name), Local::open(&name));
        let first = draft(1, "甲");
        let record = first.record;
        types(&keeper, first.clone());
        let key = wait_for("the hot draft", || local.keys("hot:").first().cloned()).await;
        let copy = local.get(&key).expect("it is there");
        let typed = Draft {
            at: first.at.saturating_add(jump),
            ..draft(1, "甲乙")
        };
        types(&keeper, typed.clone());
        let written = keeper.act(|session, _| session.write_after(record, &[], typed.content, typed.at));
        keeper.finished(written.expect("new").job).await;
        assert_eq!(local.get(&key), None, "both lanes have forgotten it");
        // Until its timers have run it is not gone.
        drop(keeper);
        sleep(Duration::from_millis(2_500)).await;
        // What the browser had on disk when it was killed.
        local.set(&key, &copy).expect("set");
        for start in 1..=2 {
            let notebook = started(&name).await;
            assert_eq!(
                heads(notebook, record),
                ["甲乙"],
                "start {start}, the clock was set by {jump} ms"
            );
            let history = notebook.keeper().history(record).await;
            let says = |body: &str| {
                let said = history.iter().filter_map(|one| one.content().read::<Entry>());
                said.filter(|entry| entry.body == body).count()
            };
            assert_eq!(says("甲"), 1, "in the history, and once");
            local.set(&key, &copy).expect("set");
        }
    }
}

#[wasm_bindgen_test]
async fn of_two_copies_that_nobody_counted_neither_is_lost() {
    let name = fresh("uncounted");
    let local = Local::open(&name);
    let (kept, hot) = (draft(1, "在数据库里的"), draft(1, "在另一处的"));
    let key = format!("dead:{}", kept.record);
    local.set(&format!("hot:{key}"), &hot.to_text()).expect("set");
    let database = open(&name).database();
    database
        .put_drafts(&[draft_text(&key, 0, &kept.to_text())])
        .await
        .expect("kept");
    let notebook = started(&name).await;
    assert_eq!(heads(notebook, kept.record), ["在另一处的", "在数据库里的"]);
    assert_eq!(database.drafts().await, Ok(Vec::new()));
}
