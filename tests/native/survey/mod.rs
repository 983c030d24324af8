//! Surveys: the figures a teacher would get with a calculator, in sentences and tables, and nothing lost on the way in.

mod any;
mod findings;
mod sheets;
mod texts;

use luoxuan::catalog::Language;
use luoxuan::record::{Item, ItemKind};
use luoxuan::survey::{SurveyResult, findings};
use luoxuan::text::markdown::{Block, Node, parse};
use luoxuan::{Index, Journal, Revision, Survey};
use luoxuan_tests::asked::counted;
use luoxuan_tests::demo::journal;

const ZH: Language = Language::ZhHans;

fn item(sort: ItemKind, name: &str, counts: &[(&str, u32)]) -> Item {
    Item {
        name: name.into(),
        ..counted(sort, counts)
    }
}

fn of(valid: u32, item: Item) -> Survey {
    Survey {
        valid: Some(valid),
        items: [("q".into(), item)].into(),
        ..Survey::default()
    }
}

fn only(survey: &Survey) -> SurveyResult {
    let all = findings(survey, ZH);
    let [finding] = &all[..] else {
        panic!("{} findings", all.len())
    };
    finding.clone()
}

/// Every row of the tables in a Markdown text, as a reader sees them.
fn cells(text: &str) -> Vec<Vec<String>> {
    fn words(nodes: &[Node]) -> String {
        let said = nodes.iter().map(|node| match node {
            Node::Text(text) => text.clone(),
            Node::Block(_, children) => words(children),
            other => panic!("{other:?}"),
        });
        said.collect()
    }
    let tables = parse(text).nodes.into_iter().filter_map(|node| match node {
        Node::Block(Block::Table, rows) => Some(rows),
        _ => None,
    });
    let rows = tables.flatten().filter_map(|row| match row {
        Node::Block(Block::Row(_), cells) => Some(cells),
        _ => None,
    });
    let read = rows.map(|row| {
        let cells = row.into_iter().filter_map(|cell| match cell {
            Node::Block(Block::Cell(..), inside) => Some(words(&inside)),
            _ => None,
        });
        cells.collect()
    });
    read.collect()
}

/// One single choice, one multiple, one scale, one number, one open question.
fn questionnaire() -> Survey {
    let with = |place, it: Item| Item { place, ..it };
    let items = [
        (
            "pick",
            with(0, item(ItemKind::Single, "选一个", &[("甲、乙", 0), ("丙", 0)])),
        ),
        (
            "more",
            with(
                1,
                item(
                    ItemKind::Multiple,
                    "选几个",
                    &[("看书", 0), ("画画,写字", 0), ("唱歌", 0)],
                ),
            ),
        ),
        ("agree", with(2, item(ItemKind::Likert5, "同意吗", &[("", 0); 5]))),
        ("score", with(3, item(ItemKind::Number, "几分", &[]))),
        ("words", with(4, item(ItemKind::Open, "说说", &[]))),
    ];
    Survey {
        items: items.map(|(name, item)| (name.into(), item)).into(),
        ..Survey::default()
    }
}

fn world() -> (Journal, Index) {
    let mut all = Journal::new();
    all.merge(journal().iter().map(|revision| Revision::clone(revision)));
    let index = Index::of(&all);
    (all, index)
}
