//! What is shown is what is kept: every kind of page follows its record as far as the log goes, and leaves the box alone
//! that somebody is in.

mod elsewhere;
mod kinds;

use std::time::Duration;

use luoxuan::record::{PROFILE, Profile, SETTINGS};
use luoxuan::{Content, Entry, Survey};
use luoxuan_web::browser::clock::sleep;
use luoxuan_web::i18n::capture::NEWER;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use elsewhere::{Elsewhere, Open, happens};
use kinds::{FORM, Page, RULES, SPIRAL, SURVEY, TERM, TEXT, pages, words};

use crate::bench::{js, wait_for};

#[wasm_bindgen_test]
async fn every_page_shows_the_head_as_the_log_comes_in_and_as_others_write() {
    for page in pages() {
        let mut elsewhere = Elsewhere::begin().await;
        let open = Open::at(&page).await;
        // A log that comes in one revision at a time.
        for number in 1..4 {
            elsewhere.log(page.record, (page.says)(&words(number))).await;
            open.shows(&page, number).await;
        }
        // Another tab.
        elsewhere.tell(page.record, (page.says)(&words(4))).await;
        open.shows(&page, 4).await;
        // A sleep: what is said then is not heard.
        happens("freeze");
        elsewhere.tell(page.record, (page.says)(&words(5))).await;
        elsewhere.tell(page.record, (page.says)(&words(6))).await;
        sleep(Duration::from_millis(100)).await;
        assert_eq!(open.reads(&page), Some(words(4)), "{} is asleep", page.place);
        happens("resume");
        open.shows(&page, 6).await;
        assert!(!open.says_so());
    }
}

#[wasm_bindgen_test]
async fn a_box_somebody_is_in_is_left_alone_and_the_page_says_so_until_it_is_left() {
    for page in pages() {
        let mut elsewhere = Elsewhere::begin().await;
        let open = Open::at(&page).await;
        let area = open.find(page.shows).expect("the box");
        let mut unfold = area.closest("details").ok().flatten();
        while let Some(details) = unfold {
            details.set_attribute("open", "").expect("it opens");
            unfold = details
                .parent_element()
                .and_then(|parent| parent.closest("details").ok().flatten());
        }
        area.focus().expect("it takes the cursor");
        elsewhere.tell(page.record, (page.says)(&words(1))).await;
        open.comes_to_say_so(&page).await;
        sleep(Duration::from_millis(50)).await;
        assert_eq!(open.reads(&page), Some(words(0)), "{} {}", page.place, page.shows);
        assert!(area.is_connected(), "it was not drawn anew under the cursor");
        area.blur().expect("it lets go");
        open.shows(&page, 1).await;
        wait_for("nothing more to say", || (!open.says_so()).then_some(())).await;
    }
}

/// Types over what stands in the box.
fn types_over(area: &HtmlElement, text: &str) {
    area.focus().expect("it takes the cursor");
    let set = js(
        "area, text",
        "area.value = text; area.dispatchEvent(new InputEvent('input', { bubbles: true }))",
    );
    set.call2(&JsValue::NULL, area, &text.into()).expect("it is heard");
}

/// Leaves a box that was typed into, as a person does.
fn leaves(area: &HtmlElement) {
    js("area", "area.dispatchEvent(new Event('change', { bubbles: true }))")
        .call1(&JsValue::NULL, area)
        .expect("it is heard");
    area.blur().expect("it lets go");
}

#[wasm_bindgen_test]
async fn what_is_typed_while_another_writes_elsewhere_in_the_record_is_joined_with_it() {
    for page in pages()
        .into_iter()
        .filter(|page| matches!(page.record, SURVEY | PROFILE))
    {
        let mut elsewhere = Elsewhere::begin().await;
        let open = Open::at(&page).await;
        let area = open.find(page.shows).expect("the box");
        types_over(&area, "2077");
        let content = match page.record {
            SURVEY => Content::of(&Survey {
                title: words(0),
                purpose: "别处写的".into(),
                ..Survey::default()
            }),
            _ => Content::of(&Profile {
                name: words(0),
                school: "别处写的".into(),
                ..Profile::default()
            }),
        };
        elsewhere.tell(page.record, content).await;
        sleep(Duration::from_millis(100)).await;
        assert_eq!(open.reads(&page).as_deref(), Some("2077"));
        leaves(&area);
        // No constant as a pattern: rustc 1.95 without incremental compilation goes round in a circle about one in here.
        let both = async || {
            if page.record == SURVEY {
                let all = elsewhere.heads::<Survey>(SURVEY).await;
                matches!(&*all, [one] if one.title == "2077" && one.purpose == "别处写的")
            } else {
                let all = elsewhere.heads::<Profile>(PROFILE).await;
                matches!(&*all, [one] if one.name == "2077" && one.school == "别处写的")
            }
        };
        let end = js_sys::Date::now() + 20_000.0;
        while !both().await {
            assert!(js_sys::Date::now() < end, "{}: both are not in the log", page.place);
            sleep(Duration::from_millis(20)).await;
        }
        wait_for("both on the page", || {
            let area = open.find(page.shows)?;
            let purpose = open.boxes().into_iter().any(|said| said == "别处写的");
            (open.reads(&page)? == "2077" && area.is_connected() && purpose).then_some(())
        })
        .await;
    }
}

#[wasm_bindgen_test]
async fn a_field_typed_over_one_that_nobody_had_seen_takes_nothing_away() {
    let page = pages()
        .into_iter()
        .find(|page| page.record == PROFILE)
        .expect("settings");
    let mut elsewhere = Elsewhere::begin().await;
    let open = Open::at(&page).await;
    let area = open.find(page.shows).expect("the box");
    types_over(&area, "2077");
    elsewhere.tell(PROFILE, (page.says)("2078")).await;
    open.comes_to_say_so(&page).await;
    leaves(&area);
    let end = js_sys::Date::now() + 20_000.0;
    loop {
        let mut names: Vec<_> = elsewhere
            .heads::<Profile>(PROFILE)
            .await
            .into_iter()
            .map(|one| one.name)
            .collect();
        names.sort();
        if names == ["2077", "2078"] {
            return;
        }
        assert!(js_sys::Date::now() < end, "{names:?}");
        sleep(Duration::from_millis(20)).await;
    }
}

#[wasm_bindgen_test]
async fn what_a_newer_version_wrote_is_shown_and_takes_no_key() {
    // Everything there that would write into the record.
    let all = [
        (SURVEY, ".survey-page"),
        (TEXT, ".text-page"),
        (SPIRAL, ".about fieldset, .indicator fieldset"),
        (FORM, ".form-editor fieldset"),
        (RULES, ".rules fieldset"),
        (TERM, "fieldset:has(legend) fieldset"),
        (SETTINGS, "fieldset:has(> details .grid)"),
        (PROFILE, ".settings .grid:has(input[type=text])"),
    ];
    for (record, writing) in all {
        let page = pages().into_iter().find(|page| page.record == record);
        let page = page.expect("it has a page");
        let mut elsewhere = Elsewhere::begin().await;
        let open = Open::at(&page).await;
        elsewhere.newer(page.record, (page.says)(&words(1))).await;
        open.shows(&page, 1).await;
        wait_for("the reason", || open.says(NEWER).then_some(())).await;
        let area = open.find(page.shows).expect("the box");
        assert_eq!(area.matches(":disabled"), Ok(true), "{} {}", page.place, page.shows);
        let part = open
            .find(writing)
            .unwrap_or_else(|| panic!("{writing} at {}", page.place));
        let takes = part.query_selector_all(":is(button, input, select, textarea):enabled");
        assert_eq!(takes.map(|all| all.length()), Ok(0), "{writing} at {}", page.place);
    }
}

#[wasm_bindgen_test]
async fn a_sheet_laid_out_here_follows_once_its_record_is_there() {
    let mut elsewhere = Elsewhere::begin().await;
    let known: Vec<_> = elsewhere.journal.records().map(|(record, _)| record).collect();
    let box_to_write_in = Page {
        place: "#/today".into(),
        says: |body| {
            Content::of(&Entry {
                body: body.into(),
                ..Entry::default()
            })
        },
        opens: None,
        record: SPIRAL,
        shows: "#capture",
    };
    let open = Open::without_waiting(&box_to_write_in).await;
    let area = wait_for("the box", || open.find("#capture")).await;
    types_over(&area, "2020");
    leaves(&area);
    let record = loop {
        elsewhere.reads_on().await;
        let new = elsewhere.journal.records().map(|(record, _)| record);
        if let Some(new) = new.into_iter().find(|record| !known.contains(record)) {
            break new;
        }
        sleep(Duration::from_millis(20)).await;
    };
    elsewhere.tell(record, (box_to_write_in.says)(&words(1))).await;
    open.shows(&box_to_write_in, 1).await;
}
