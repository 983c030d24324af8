//! Front matter: a small strict part of YAML, written so that any YAML reader reads it.
//!
//! Ours rather than a crate's, because it must give back exactly what was written, never guess (`no` is
//! a word, not a falsehood), and never expand anything: anchors, tags and aliases are not read at all.
//! What is not understood is not an error: the caller keeps the text as it stands.

mod read;
mod write;

pub(super) use read::{read, read_values};
pub(super) use write::{Remark, write};

/// Splits a file into its front matter and the text under it; the first is `None` if there is none.
pub(super) fn split(file: &str) -> (Option<&str>, &str) {
    let Some(rest) = file.strip_prefix("---\n") else {
        return (None, file);
    };
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        let next = at + line.len();
        if matches!(line.trim_end(), "---" | "...") {
            let (front, body) = (rest.get(..at), rest.get(next..));
            return (front, body.unwrap_or_default());
        }
        at = next;
    }
    (None, file)
}

/// Whether what stands between the marks is front matter: keys with values, and what is nested under them. Prose between
/// two lines across is a text.
pub(super) fn is_matter(front: &str) -> bool {
    let mut keyed = false;
    front.lines().all(|line| {
        let says = line.trim();
        let is_key = says.ends_with(':') || says.contains(": ");
        let goes_on = keyed && (line.starts_with([' ', '\t']) || says.starts_with(['-', ']', '}']));
        keyed |= is_key;
        says.is_empty() || says.starts_with('#') || is_key || goes_on
    })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn written(fields: &Value) -> String {
        let mut out = String::new();
        for (key, value) in fields.as_object().expect("an object") {
            write(&mut out, 0, "", (key, value), &|_, key, _| {
                Some(format!("说明 {key}: # \""))
            });
        }
        out
    }

    #[test]
    fn what_is_written_reads_back_exactly() {
        for fields in [
            json!({"plain": "三（2）班", "date": "2025-09-11", "no": "no", "number": "12", "count": 12, "figure": 1.5}),
            json!({"big": 1e300, "none": null, "empty": "", "list": ["a", "no", ""], "nothing": [], "void": {}}),
            json!({"time": [1_757_577_600_000_i64, 480], "colon": "预期: 过半", "hash": "a # b", "back": "a\\b"}),
            json!({"quote": "她说\"就是\"", "space ": " 前后 ", "lines": "一\n\n二\n", "more": "一\n\n\n", "less": "一\n二"}),
            json!({"dent": "  缩进\n一", "odd": "一\n  \n二", "cr": "一\r\n二", "breaks": "\n\n", "starts": "\n一"}),
            json!({"separator": "a\u{2028}b", "dash": "- 一", "bom": "\u{feff}x", "del": "\u{7f}\u{85}", "---": "---\n..."}),
            json!({"nested": {"a": {"b": "c: d", "e": ["f"]}, "键": true, "off": false}, "lists": [[1], ["x"]]}),
            json!({"maps": [{"id": "x", "text": "一\n二", "deep": [{"y": 1}]}, {}, {"z": {}}], "mixed": [1, {"a": "b"}]}),
        ] {
            let text = written(&fields);
            assert_eq!(read(&text).map(Value::Object), Some(fields), "{text}");
            let unseen = |c: char| c != '\n' && c.is_control() || matches!(c, '\u{2028}' | '\u{feff}');
            assert!(!text.contains(unseen), "other programs read it too: {text}");
        }
        let read_by_people = written(&json!({"lines": "一\n二", "said": {"她": "她说\"就是\""}}));
        for said in ["lines: |-", "\n  她: \"她说\\\"就是\\\"\""] {
            assert!(read_by_people.contains(said), "{said}: {read_by_people}");
        }
    }

    #[test]
    fn prose_between_two_lines_across_is_no_front_matter() {
        for (front, is) in [
            ("", true),
            ("\n# 备注\n", true),
            ("title: 甲\ntags:\n- 一\nlist: [\n  一,\n]\nsummary: |\n  乙\n", true),
            ("'a': 1\n", true),
            ("今天上课。\n", false),
            ("他说：好\n", false),
            ("- 一\n", false),
            ("title: 甲\n今天上课。\n", false),
            ("9:30 开会\n", false),
        ] {
            assert_eq!(is_matter(front), is, "{front}");
        }
    }

    #[test]
    fn a_number_stays_as_it_was_written() {
        let said = json!({"version": "1.10", "n": 1.5, "big": "1e3", "zero": "-0", "list": ["1.10", 2]});
        let front = "version: 1.10\nn: 1.5\nbig: 1e3\nzero: -0\nlist: [1.10, 2]";
        assert_eq!(read(front).map(Value::Object), Some(said.clone()));
        assert_eq!(read(&written(&said)).map(Value::Object), Some(said));
        assert_eq!(
            read_values("version: 1.10").map(Value::Object),
            Some(json!({"version": 1.1}))
        );
    }

    #[test]
    fn what_others_write_is_read_or_left_alone() {
        let front = "title: 我的笔记\ntags: [a, 教学]\naliases:\n- 一\n- 二 # 两\ndate: 2025-09-11T08:00:00\ndraft: 'it''s'\n\n# 备注\nsummary: >\n  甲\n  乙\n\nn: 007\n";
        let expected = json!({"title": "我的笔记", "tags": ["a", "教学"], "aliases": ["一", "二"],
            "date": "2025-09-11T08:00:00", "draft": "it's", "summary": "甲 乙\n", "n": "007"});
        assert_eq!(read(front).map(Value::Object), Some(expected));
        for (front, expected) in [
            ("a:\nb: 1", json!({"a": null, "b": 1})),
            ("a:\n  b:\n  c: 1\nd: 2", json!({"a": {"b": null, "c": 1}, "d": 2})),
            (
                "a:\n  -   b: 1\n      c: 2\n  - d: 3",
                json!({"a": [{"b": 1, "c": 2}, {"d": 3}]}),
            ),
            ("a:\n- b: 1\n  c: 2\n- 3", json!({"a": [{"b": 1, "c": 2}, 3]})),
        ] {
            assert_eq!(read(front).map(Value::Object), Some(expected), "{front}");
        }
        for beyond in [
            "a: &x 1\nb: *x",
            "a: !!set {}",
            "a: 1\na: 2",
            "no colon",
            "a: \"open",
            "? b",
            "*a: 1",
            "'a': 1",
            "a #b: 1",
            "a: 1\n- b: 2",
            "a: 一\n  续",
        ] {
            assert_eq!(read(beyond), None, "{beyond}");
        }
        let nested = |depth: usize| -> String { (0..depth).map(|at| " ".repeat(at) + "a:\n").collect() };
        assert!(read(&nested(read::MAX_DEPTH)).is_some());
        assert_eq!(read(&nested(read::MAX_DEPTH + 1)), None);
    }
}
