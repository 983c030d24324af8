//! Surveys and kinds.

use std::collections::BTreeMap;

use luoxuan::Survey;
use luoxuan::record::{
    Choice, Compared, ComparedAs, Cross, Estimate, FieldSort, Item, ItemKind, Kind, KindAgain, KindChoice, KindField,
    KindPreset, KindReport, KindStage, Paired, Privacy, Sampling, SurveyMode,
};
use serde_json::Map;

use super::{day, id, named, texts};

fn choice(text: &str, place: u32) -> Choice {
    Choice {
        text: text.into(),
        count: Some(52),
        place,
        quotes: texts(["不知道写什么", "没东西写", "忘了"]),
        other: Map::new(),
    }
}

fn item(place: u32) -> Item {
    Item {
        text: "最大的困难是什么？".into(),
        name: "最大困难".into(),
        sort: ItemKind::Multiple,
        choices: named([("a", choice("没素材", 1)), ("b", choice("写不细", 2))]),
        reversed: true,
        dimension: "动机".into(),
        of: Some(120),
        numbers: vec![61.5, 88.0, 72.5],
        bands: vec![60.0, 70.0, 80.0],
        judged: Some(30),
        agreed: Some(27),
        estimate: Some(Estimate {
            choice: "a".into(),
            percent: Some(60),
            other: Map::new(),
        }),
        coded: named([
            ("不知道写什么", texts(["a", "b", "c"])),
            ("写不细", texts(["b", "c", "a"])),
        ]),
        place,
        other: Map::new(),
    }
}

fn cross(place: u32) -> Cross {
    Cross {
        title: "次数与困难".into(),
        down: "times".into(),
        across: "difficulty".into(),
        rows: texts(["多", "少"]),
        columns: texts(["是", "否"]),
        counts: vec![vec![13, 35, 2], vec![39, 34, 1]],
        place,
        other: Map::new(),
    }
}

fn paired(place: u32) -> Paired {
    Paired {
        title: "习作分".into(),
        before: "九月".into(),
        after: "十月".into(),
        pairs: vec![(61.5, 70.0), (80.0, 82.5), (55.0, 66.5)],
        thresholds: vec![80.0, 70.0, 60.0],
        place,
        other: Map::new(),
    }
}

fn compared(place: u32) -> Compared {
    Compared {
        survey: Some(id(3)),
        sort: ComparedAs::Group,
        this: "三（2）班".into(),
        that: "三（4）班".into(),
        place,
        other: Map::new(),
    }
}

pub(super) fn survey() -> Survey {
    Survey {
        title: "习作困难调查".into(),
        spiral: Some(id(1)),
        purpose: "知道难在哪里".into(),
        respondents: "三年级学生".into(),
        population: Some(126),
        sampling: Some(Sampling::Cluster),
        mode: Some(SurveyMode::Hands),
        start: day("2025-09-20"),
        end: day("2025-09-22"),
        issued: Some(126),
        returned: Some(124),
        valid: Some(121),
        invalid: "三份空白".into(),
        protection: "不记名".into(),
        items: named([("difficulty", item(1)), ("times", item(2))]),
        columns: texts(["difficulty", "times", "words"]),
        rows: vec![texts(["a", "3", "忘了"]), texts(["b", "1", ""])],
        crosses: named([("x", cross(1)), ("y", cross(2))]),
        paired: named([("p", paired(1)), ("q", paired(2))]),
        compared: named([("e", compared(1)), ("f", compared(2))]),
        privacy: Privacy::Group,
        other: Map::new(),
    }
}

fn label(text: &str) -> BTreeMap<String, String> {
    named([("zh-Hans", text.to_owned())])
}

fn field(name: &str, sort: FieldSort, columns: Vec<KindField>) -> KindField {
    let choice = |word: &str| KindChoice {
        word: word.into(),
        label: label("好"),
        other: Map::new(),
    };
    KindField {
        name: name.into(),
        sort,
        label: label("家长怎么说"),
        hint: label("一句原话"),
        unit: label("句"),
        from: "gone".into(),
        private: true,
        due: "gone".into(),
        choices: vec![choice("well"), choice("ill")],
        to: texts(["spiral", "document"]),
        brings: texts(["on", "level"]),
        columns,
        other: Map::new(),
    }
}

fn stage(word: &str) -> KindStage {
    KindStage {
        word: word.into(),
        label: label("去过"),
        next: texts(["gone", "again"]),
        other: Map::new(),
    }
}

pub(super) fn kind() -> Kind {
    Kind {
        name: "home_visit".into(),
        of: "visit".into(),
        sort: "home".into(),
        label: label("家访"),
        note: label("去学生家里"),
        group: "own".into(),
        place: 7,
        title: "name".into(),
        day: "on".into(),
        until: "end".into(),
        hours: "hours".into(),
        private: true,
        fields: vec![
            field("name", FieldSort::Line, Vec::new()),
            field(
                "said",
                FieldSort::Rows,
                ["who", "what"]
                    .map(|name| field(name, FieldSort::Prose, Vec::new()))
                    .into(),
            ),
        ],
        stages: ["agreed", "gone"].map(stage).into(),
        report: KindReport {
            part: "work".into(),
            line: label("家访"),
            unit: label("次"),
            once: true,
            count_by: texts(["stage", "level"]),
            other: Map::new(),
        },
        handbook: texts(["on", "stage"]),
        again: KindAgain {
            stages: texts(["gone", "agreed"]),
            steps: "band".into(),
            years: 2,
            carries: texts(["name", "head"]),
            link: "previous".into(),
            other: Map::new(),
        },
        presets: ["一", "二"]
            .map(|text| KindPreset {
                label: label(text),
                fields: Map::from_iter([("on".to_owned(), "2026-09-10".into())]),
                other: Map::new(),
            })
            .into(),
        other: Map::new(),
    }
}
