//! Front matter: a small strict part of YAML, written so that any YAML reader reads it.
//!
//! Ours rather than a crate's, because it must give back exactly what was written, never guess (`no` is
//! a word, not a falsehood), and never expand anything: anchors, tags and aliases are not read at all.
//! What is not understood is not an error: the caller keeps the text as it stands.

use serde_json::{Map, Value};

use crate::time::Date;

/// A comment for people beside a line: from the key it stands under, its own key, and its value.
pub(super) type Remark<'r> = &'r dyn Fn(&str, &str, &Value) -> Option<String>;

/// Writes `key: value` and what is nested under it, itself nested `under` another key.
pub(super) fn write(out: &mut String, indent: usize, under: &str, (key, value): (&str, &Value), remark: Remark<'_>) {
    let comment = remark(under, key, value).map_or_else(String::new, |remark| {
        format!("  # {}", remark.replace(|c: char| c.is_control(), " "))
    });
    out.push_str(&" ".repeat(indent));
    out.push_str(&if is_plain(key) { key.to_owned() } else { quoted(key) });
    out.push(':');
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            out.push_str(&format!("{comment}\n"));
            for (name, value) in fields {
                write(out, indent + 2, key, (name, value), remark);
            }
        }
        Value::Array(items) if !items.is_empty() && items.iter().all(Value::is_object) => {
            out.push_str(&format!("{comment}\n"));
            for fields in items.iter().filter_map(Value::as_object) {
                let start = out.len();
                for (name, value) in fields {
                    write(out, indent + 4, key, (name, value), remark);
                }
                if fields.is_empty() {
                    out.push_str(&format!("{}- {{}}\n", " ".repeat(indent + 2)));
                } else {
                    out.replace_range(start + indent + 2..start + indent + 3, "-");
                }
            }
        }
        Value::String(text) if is_block(text) => {
            let first = text.trim_start_matches('\n');
            let step = if first.starts_with(' ') { "2" } else { "" };
            let end = match (text.ends_with('\n'), text.ends_with("\n\n")) {
                (_, true) => "+",
                (true, _) => "",
                _ => "-",
            };
            out.push_str(&format!(" |{step}{end}{comment}\n"));
            for line in text.strip_suffix('\n').unwrap_or(text).split('\n') {
                if !line.is_empty() {
                    out.push_str(&" ".repeat(indent + 2));
                }
                out.push_str(&format!("{line}\n"));
            }
        }
        other => out.push_str(&format!(" {}{comment}\n", flow(other))),
    }
}

/// A value in one line.
fn flow(value: &Value) -> String {
    match value {
        Value::String(text) if is_plain(text) => text.clone(),
        other => strict(other),
    }
}

/// A value in one line as JSON, spaced as YAML asks.
fn strict(value: &Value) -> String {
    match value {
        Value::String(text) => quoted(text),
        Value::Array(items) => format!("[{}]", items.iter().map(strict).collect::<Vec<_>>().join(", ")),
        Value::Object(fields) => {
            let field = |(key, value): (&String, &Value)| format!("{}: {}", quoted(key), strict(value));
            format!("{{{}}}", fields.iter().map(field).collect::<Vec<_>>().join(", "))
        }
        other => other.to_string(),
    }
}

/// Whether a text can stand without quotes and be read as that text by everyone.
fn is_plain(text: &str) -> bool {
    const WORDS: [&str; 10] = ["null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan"];
    let starts = text.chars().next().is_some_and(char::is_alphanumeric);
    let number = text.starts_with(|c: char| c.is_numeric()) && text.parse::<Date>().is_err();
    starts
        && !number
        && !text.ends_with(char::is_whitespace)
        && !text.contains([':', '#', '"', '\'', '\\', '\u{feff}'])
        && !text.contains(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'))
        && !WORDS.contains(&text.to_ascii_lowercase().as_str())
}

/// Whether a text can stand as a block of lines.
fn is_block(text: &str) -> bool {
    let harmless = |c: char| c == '\n' || !(c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}'));
    text.contains('\n')
        && text.chars().all(harmless)
        && text.contains(|c: char| c != '\n')
        && text.split('\n').all(|line| line.is_empty() || !line.trim().is_empty())
}

/// A text in double quotes, as both JSON and YAML read it.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}') => {
                out.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

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

/// Reads front matter; `None` if any of it is beyond this part of YAML.
pub(super) fn read(front: &str) -> Option<Map<String, Value>> {
    let mut reader = Reader {
        lines: front.lines().collect(),
        at: 0,
        depth: 0,
    };
    let fields = match reader.next_indent() {
        Some(indent) => reader.map(indent)?,
        None => Map::new(),
    };
    reader.next_indent().is_none().then_some(fields)
}

/// No front matter a person or program wrote nests deeper.
const MAX_DEPTH: usize = 32;

struct Reader<'t> {
    lines: Vec<&'t str>,
    at: usize,
    depth: usize,
}

fn indent_of(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

impl<'t> Reader<'t> {
    /// How far the next line that says something is indented.
    fn next_indent(&mut self) -> Option<usize> {
        while let Some(line) = self.lines.get(self.at) {
            let text = line.trim();
            if !text.is_empty() && !text.starts_with('#') {
                return Some(indent_of(line));
            }
            self.at += 1;
        }
        None
    }

    fn line(&self) -> Option<&'t str> {
        self.lines.get(self.at).map(|line| line.trim_start_matches(' '))
    }

    fn map(&mut self, indent: usize) -> Option<Map<String, Value>> {
        let mut fields = Map::new();
        while self.next_indent() == Some(indent) {
            let line = self.line()?;
            if line == "-" || line.starts_with("- ") {
                break;
            }
            self.at += 1;
            self.field(indent, line, &mut fields)?;
        }
        self.next_indent().is_none_or(|next| next <= indent).then_some(fields)
    }

    fn field(&mut self, indent: usize, line: &'t str, fields: &mut Map<String, Value>) -> Option<()> {
        let (key, rest) = key(line)?;
        let value = self.value(indent, rest)?;
        // Two of one name: there is no telling which was meant.
        fields.insert(key, value).is_none().then_some(())
    }

    fn value(&mut self, indent: usize, text: &str) -> Option<Value> {
        let bare = uncommented(text);
        if bare.starts_with(['|', '>']) {
            return self.block(indent, bare).map(Value::String);
        }
        if !bare.is_empty() {
            return scalar(text.trim_start());
        }
        self.depth += 1;
        let value = if self.depth > MAX_DEPTH {
            None
        } else {
            self.nested(indent)
        };
        self.depth -= 1;
        value
    }

    fn nested(&mut self, indent: usize) -> Option<Value> {
        let next = self.next_indent();
        let is_list = self.line().is_some_and(|line| line == "-" || line.starts_with("- "));
        match next {
            Some(next) if is_list && next >= indent => self.list(next).map(Value::Array),
            Some(next) if next > indent => self.map(next).map(Value::Object),
            _ => Some(Value::Null),
        }
    }

    fn list(&mut self, indent: usize) -> Option<Vec<Value>> {
        let mut items = Vec::new();
        while self.next_indent() == Some(indent) {
            let Some(rest) = self.line()?.strip_prefix('-') else {
                break;
            };
            let item = rest.trim_start_matches(' ');
            let inner = indent + 1 + (rest.len() - item.len());
            self.at += 1;
            if key(item).is_some() && !item.starts_with(['[', '{']) {
                let mut fields = Map::new();
                self.field(inner, item, &mut fields)?;
                for (key, value) in self.map(inner)? {
                    fields.insert(key, value).is_none().then_some(())?;
                }
                items.push(Value::Object(fields));
            } else {
                items.push(self.value(indent, item)?);
            }
        }
        Some(items)
    }

    fn block(&mut self, indent: usize, header: &str) -> Option<String> {
        let mut marks = header.chars();
        let folded = marks.next() == Some('>');
        let (mut end, mut width) = (' ', None);
        for mark in marks {
            match mark {
                '-' | '+' => end = mark,
                '1'..='9' => width = mark.to_digit(10).and_then(|step| usize::try_from(step).ok()),
                _ => return None,
            }
        }
        let mut width = width.map(|step| indent + step);
        let mut lines: Vec<&str> = Vec::new();
        while let Some(line) = self.lines.get(self.at) {
            if line.trim_matches(' ').is_empty() {
                lines.push(width.and_then(|width| line.get(width..)).unwrap_or_default());
            } else {
                let width = *width.get_or_insert(indent_of(line));
                if width <= indent || indent_of(line) < width {
                    break;
                }
                lines.push(line.get(width..)?);
            }
            self.at += 1;
        }
        let empty = lines.iter().rev().take_while(|line| line.is_empty()).count();
        let kept = lines.get(..lines.len() - empty)?;
        let mut text = if folded { fold(kept) } else { kept.join("\n") };
        match end {
            '-' => {}
            '+' => text.push_str(&"\n".repeat(empty + 1)),
            _ => text.push('\n'),
        }
        Some(text)
    }
}

/// Lines joined as `>` joins them: one break is a space, an empty line a break.
fn fold(lines: &[&str]) -> String {
    let mut text = String::new();
    for line in lines {
        if line.is_empty() {
            text.push('\n');
        } else {
            if !text.is_empty() && !text.ends_with('\n') {
                text.push(' ');
            }
            text.push_str(line);
        }
    }
    text
}

/// A key and what follows its colon.
fn key(line: &str) -> Option<(String, &str)> {
    if line.starts_with('"') {
        let (text, rest) = double_quoted(line)?;
        return Some((text, rest.trim_start().strip_prefix(':')?));
    }
    let at = line.match_indices(':').map(|(at, _)| at).find(|at| {
        line.get(at + 1..)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    })?;
    let name = line.get(..at)?.trim_end();
    let starts = name.chars().next()?;
    // Anchors, aliases, tags and the like are beyond this reader.
    let odd = matches!(starts, '&' | '*' | '!' | '?' | '%' | '@' | '`' | '\'' | '[' | '{');
    (!odd && !name.contains(" #")).then(|| (name.to_owned(), line.get(at + 1..).unwrap_or_default()))
}

/// A text in double quotes at the start of `line`, and what follows it.
fn double_quoted(line: &str) -> Option<(String, &str)> {
    let mut texts = serde_json::Deserializer::from_str(line).into_iter::<String>();
    let text = texts.next()?.ok()?;
    Some((text, line.get(texts.byte_offset()..)?))
}

/// A line without the comment at its end.
fn uncommented(text: &str) -> &str {
    let text = if text.starts_with('#') {
        ""
    } else {
        text.split(" #").next().unwrap_or_default()
    };
    text.trim()
}

/// A value that stands in one line.
fn scalar(text: &str) -> Option<Value> {
    let whole = |value: Value, rest: &str| uncommented(rest).is_empty().then_some(value);
    match text.chars().next()? {
        '"' => {
            let (value, rest) = double_quoted(text)?;
            whole(Value::String(value), rest)
        }
        '\'' => {
            let mut value = String::new();
            let mut rest = text.get(1..)?;
            loop {
                let (before, after) = rest.split_once('\'')?;
                value.push_str(before);
                match after.strip_prefix('\'') {
                    Some(more) => {
                        value.push('\'');
                        rest = more;
                    }
                    None => return whole(Value::String(value), after),
                }
            }
        }
        '[' | '{' => {
            let mut values = serde_json::Deserializer::from_str(text).into_iter::<Value>();
            if let Some(Ok(value)) = values.next() {
                return whole(value, text.get(values.byte_offset()..)?);
            }
            let inner = uncommented(text).strip_prefix('[')?.strip_suffix(']')?;
            if inner.contains(['[', '{', '"', '\'']) {
                return None;
            }
            let items = inner.split(',').map(str::trim).filter(|item| !item.is_empty());
            items.map(plain).collect::<Option<Vec<_>>>().map(Value::Array)
        }
        _ => plain(uncommented(text)),
    }
}

fn plain(text: &str) -> Option<Value> {
    if text.starts_with(['&', '*', '!', '%', '@', '`', '|', '>']) {
        return None;
    }
    Some(match text {
        "~" | "null" => Value::Null,
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        _ => match serde_json::from_str::<serde_json::Number>(text) {
            Ok(number) => Value::Number(number),
            Err(_) => Value::String(text.to_owned()),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

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
            json!({"nested": {"a": {"b": "c: d", "e": ["f"]}, "键": true}, "lists": [[1], ["x"]]}),
            json!({"maps": [{"id": "x", "text": "一\n二", "deep": [{"y": 1}]}, {}, {"z": {}}], "mixed": [1, {"a": "b"}]}),
        ] {
            let text = written(&fields);
            assert_eq!(read(&text).map(Value::Object), Some(fields), "{text}");
        }
    }

    #[test]
    fn what_others_write_is_read_or_left_alone() {
        let front = "title: 我的笔记\ntags: [a, 教学]\naliases:\n- 一\n- 二 # 两\ndate: 2025-09-11T08:00:00\ndraft: 'it''s'\nsummary: >\n  甲\n  乙\n\nn: 007\n";
        let expected = json!({"title": "我的笔记", "tags": ["a", "教学"], "aliases": ["一", "二"],
            "date": "2025-09-11T08:00:00", "draft": "it's", "summary": "甲 乙\n", "n": "007"});
        assert_eq!(read(front).map(Value::Object), Some(expected));
        for beyond in [
            "a: &x 1\nb: *x",
            "a: !!set {}",
            "a: 1\na: 2",
            "no colon",
            "a: \"open",
            "? b",
            "a: 一\n  续",
        ] {
            assert_eq!(read(beyond), None, "{beyond}");
        }
        let bomb: Vec<_> = (0..100).map(|depth| " ".repeat(depth) + "a:").collect();
        assert_eq!(read(&bomb.join("\n")), None);
    }
}
