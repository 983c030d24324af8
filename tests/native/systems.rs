//! Every system of the founding report has a home that is really there.

use std::collections::BTreeSet;

use luoxuan::TextType;
use luoxuan::catalog::Language;
use luoxuan::kind::Kinds;

const TABLE: &str = include_str!("../../docs/systems.md");

/// Names of the table that are no kinds: what they stand for is used below, so that a renamed one does not compile.
fn spine() -> BTreeSet<&'static str> {
    let _ = (
        luoxuan::report::report,
        std::mem::size_of::<(
            luoxuan::Spiral,
            luoxuan::Entry,
            luoxuan::spiral::Turn,
            luoxuan::Document,
        )>(),
        std::mem::size_of::<(luoxuan::Survey, luoxuan::Evidence, luoxuan::record::Indicator)>(),
        std::mem::size_of::<luoxuan::record::DocumentState>(),
        std::mem::size_of::<luoxuan::share::Merged>(),
        [
            TextType::Experience,
            TextType::Survey,
            TextType::ImprovementCase,
            TextType::ReadingNotes,
            TextType::TermReport,
        ],
    );
    [
        "Spiral",
        "Entry",
        "spiral::Turn",
        "Document",
        "Survey",
        "Evidence",
        "Indicator",
        "DocumentState",
        "Spiral::themes",
        "report::report",
        "share::Merged",
        "TextType::Experience",
        "TextType::Survey",
        "TextType::ImprovementCase",
        "TextType::ReadingNotes",
        "TextType::TermReport",
    ]
    .into()
}

#[test]
fn each_of_the_forty_four_has_a_home() {
    let (kinds, spine) = (Kinds::built_in(), spine());
    let rows: Vec<Vec<&str>> = TABLE
        .lines()
        .filter(|line| line.starts_with("| R"))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    let ids: Vec<String> = rows.iter().map(|row| row[0].to_owned()).collect();
    assert_eq!(ids, (1..=44).map(|number| format!("R{number:02}")).collect::<Vec<_>>());
    let mut homes = BTreeSet::new();
    for row in &rows {
        let named: Vec<&str> = row[2].split('`').skip(1).step_by(2).collect();
        assert!(!named.is_empty() || row[0] == "R33", "{row:?}");
        for name in &named {
            let kind = kinds.named(name);
            assert!(kind.is_some() || spine.contains(name), "{}: {name}", row[0]);
            homes.extend(kind.map(|kind| kind.name.clone()));
        }
        // The stages that a row names are those of one of its kinds, in their order.
        let stages: Vec<&str> = row[3].split(" → ").filter(|stage| !stage.is_empty()).collect();
        if stages.len() > 1 {
            let fits = named.iter().filter_map(|name| kinds.named(name)).any(|kind| {
                let (main, _) = kind.ways();
                let way: Vec<&str> = main.iter().map(|stage| stage.label(Language::ZhHans)).collect();
                way.starts_with(&stages) || stages.iter().all(|stage| way.contains(stage))
            });
            assert!(fits, "{}: {stages:?}", row[0]);
        }
    }
    let all: BTreeSet<String> = kinds.iter().map(|kind| kind.name.clone()).collect();
    let beside = ["observation".to_owned()].into();
    assert_eq!(
        all.difference(&homes).cloned().collect::<BTreeSet<_>>(),
        beside,
        "a kind that no system needs"
    );
}
