//! Finding, as the browser scans it.

use luoxuan::text::{Finder, fold};
use luoxuan::{Author, Content, Date, DeviceId, Entry, Index, Journal, RecordId, Spiral, Timestamp};
use luoxuan_tests::years;
use luoxuan_web::search::{FullText, SearchIndex, show};
use wasm_bindgen_test::wasm_bindgen_test;

const BY: Author = Author {
    device: DeviceId::from_bytes([1; 16]),
    now: Timestamp::new(0, 480),
};

fn id(number: u8) -> RecordId {
    RecordId::from_bytes([number; 16])
}

fn find(query: &str) -> Finder {
    Finder::new(query).expect("a query")
}

fn entry(body: &str, day: u8) -> Content {
    Content::of(&Entry {
        body: body.into(),
        happened_on: Date::new(2025, 9, day),
        ..Entry::default()
    })
}

#[wasm_bindgen_test]
fn whatever_was_written_is_found_and_the_latest_stands_first() {
    let mut journal = Journal::new();
    journal.write(id(1), entry("𠮷😀我问小组长哪里激烈，她想了很久。很激烈？", 8), BY);
    journal.write(id(2), entry("“就是很激烈。”", 9), BY);
    let spiral = Spiral {
        title: "ＡＢ写具体".into(),
        ..Spiral::default()
    };
    journal.write(id(3), Content::of(&spiral), BY);
    let mut index = Index::of(&journal);
    let mut full_text = FullText::default();
    full_text.update(&index, &mut (1..=3).map(id));
    assert_eq!(full_text.scan(&find("激烈")), [id(2), id(1)]);
    assert_eq!(full_text.scan(&find("ab写")), [id(3)]);
    let found = show(&index, id(1), &find("激烈")).expect("found");
    assert_eq!(
        (found.before.as_str(), found.hit.as_str()),
        ("𠮷😀我问小组长哪里", "激烈")
    );

    journal.trash(id(2), BY);
    index.update(&journal, id(2));
    full_text.update(&index, &mut [id(2)].into_iter());
    assert_eq!(full_text.scan(&find("激烈")), [id(1)], "nor is what was said before");
    journal.write(id(1), entry("换了一句", 10), BY);
    index.update(&journal, id(1));
    full_text.update(&index, &mut [id(1)].into_iter());
    assert_eq!(full_text.scan(&find("激烈")), []);
    assert_eq!(full_text.scan(&find("换了")), [id(1)]);
    assert_eq!(
        full_text.scan(&find("写")),
        [id(3)],
        "what lay beside it is still there"
    );
}

#[wasm_bindgen_test]
fn the_browser_finds_what_a_scan_of_every_text_finds() {
    let mut journal = Journal::new();
    journal.merge(years::revisions(7, 300, Timestamp::new(1_760_000_000_000, 480)));
    let index = Index::of(&journal);
    let mut full_text = FullText::default();
    let records: Vec<RecordId> = journal.records().map(|(record, _)| record).collect();
    for (number, piece) in records.chunks(40).enumerate() {
        full_text.update(&index, &mut piece.iter().copied());
        // Some are told again, as when somebody writes while the rest comes in.
        full_text.update(&index, &mut piece.iter().copied().skip(number).step_by(7));
    }
    for query in ["。", "写", "具体", years::COMMON, years::RARE, "a", "没有写过的话"] {
        let finder = find(query);
        let mut expected: Vec<RecordId> = index
            .of_kind::<Entry>()
            .filter(|(_, entry)| finder.is_in(&fold(&entry.body)))
            .map(|(record, _)| record)
            .collect();
        let mut found = full_text.scan(&finder);
        found.retain(|record| index.entry(*record).is_some());
        expected.sort_unstable();
        found.sort_unstable();
        assert_eq!(found, expected, "{query}");
    }
}
