//! A text on its way: first to localStorage, then to the database, and back after a death.

use std::time::Duration;

use leptos::mount::mount_to;
use leptos::prelude::GetUntracked;
use luoxuan::{Content, Entry, Moment, RecordId, RevisionId};
use luoxuan_web::browser::clock::{self, sleep};
use luoxuan_web::browser::local::Local;
use luoxuan_web::keeping::{Draft, Keeper};
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
    }
}

#[wasm_bindgen_test]
async fn a_draft_reaches_both_lanes_and_only_then_counts_as_kept() {
    let name = fresh("draft");
    let keeper = open(&name);
    let start = js_sys::Date::now();
    keeper.draft(draft(1, "写到一半"));
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
            at: Moment::new(1_764_000_000_000, -210),
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
    let new = Draft {
        at: old.at.after(60_000),
        ..new
    };
    let key = |tab: &str, record: RecordId| format!("{tab}:{record}");
    local
        .set(&format!("hot:{}", key("dead", old.record)), &new.to_text())
        .expect("set");
    let alive = open(&name);
    alive.draft(draft(2, "别人正在写"));
    alive.flush();
    wait_for("the living tab's draft", || alive.status().get_untracked().kept).await;
    alive
        .database()
        .put_drafts(&[(key("dead", old.record), old.to_text())])
        .await
        .expect("kept");

    let keeper = open(&name);
    let left = keeper.load_rest(|_, _| false, |_| Vec::new()).await;
    assert_eq!(
        left.iter()
            .map(|(draft, kept)| (&draft.content, *kept))
            .collect::<Vec<_>>(),
        [(&new.content, true)],
        "the newer of the two"
    );
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
        let kept = [(format!("{tab}:{}", draft.record), draft.to_text())];
        database.put_drafts(&kept).await.expect("kept");
    }
    let keeper = open(&name);
    let left = keeper.load_rest(|_, _| false, |_| Vec::new()).await;
    assert_eq!(left, [(one, true), (other, true)]);
    keeper.forget_left_behind().await;
    assert_eq!(database.drafts().await, Ok(Vec::new()));
}

#[wasm_bindgen_test]
async fn what_nobody_has_read_is_not_forgotten() {
    let name = fresh("unread");
    let (keeper, local) = (open(&name), Local::open(&name));
    let database = keeper.database();
    let put = async |key: String, text: &str| database.put_drafts(&[(key, text.into())]).await.expect("kept");
    let read = draft(1, "读过的");
    put(format!("dead:{}", read.record), &read.to_text()).await;
    put("dead:damaged".into(), "{\"record\":").await;
    assert_eq!(keeper.load_rest(|_, _| false, |_| Vec::new()).await, [(read, true)]);
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
    keeper.draft(first);
    keeper.flush();
    // Its transaction has begun and is not complete.
    sleep(Duration::ZERO).await;
    keeper.draft(second.clone());
    wait_for("the promise", || {
        keeper.status().get_untracked().waiting.is_none().then_some(())
    })
    .await;
    let kept = keeper.database().drafts().await.expect("they can be read");
    let kept: Vec<_> = kept.iter().filter_map(|(_, text)| Draft::from_text(text)).collect();
    assert_eq!(kept, [second], "shown as kept and not kept");
}

#[wasm_bindgen_test]
fn a_draft_reads_back_as_it_was() {
    for text in ["", "\u{feff}字\r\n\u{2028}\0𠮷👩‍🏫", "{\"a\":1}"] {
        let draft = draft(3, text);
        assert_eq!(Draft::from_text(&draft.to_text()), Some(draft));
    }
    assert_eq!(Draft::from_text("{"), None);
}
