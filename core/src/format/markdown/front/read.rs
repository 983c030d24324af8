//! Reading it, ours and what others wrote.

use serde_json::{Map, Value};

/// Reads front matter; `None` if any of it is beyond this part of YAML.
///
/// What is a number is one only if it is written as we would write it: `version: 1.10` is a text, or `1.1` would be
/// written back.
pub(in crate::format::markdown) fn read(front: &str) -> Option<Map<String, Value>> {
    read_with(front, Numbers::AsWritten)
}

/// The same as the first version read it, by which what it took in is known again: every number is its value.
pub(in crate::format::markdown) fn read_values(front: &str) -> Option<Map<String, Value>> {
    read_with(front, Numbers::Values)
}

/// What becomes of a number.
#[derive(Clone, Copy, PartialEq)]
enum Numbers {
    AsWritten,
    Values,
}

fn read_with(front: &str, numbers: Numbers) -> Option<Map<String, Value>> {
    let mut reader = Reader {
        numbers,
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
pub(super) const MAX_DEPTH: usize = 32;

struct Reader<'t> {
    numbers: Numbers,
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
            return scalar(text.trim_start(), self.numbers);
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
fn scalar(text: &str, numbers: Numbers) -> Option<Value> {
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
            let listed = || {
                let inner = uncommented(text).strip_prefix('[')?.strip_suffix(']')?;
                let items = inner.split(',').map(str::trim).filter(|item| !item.is_empty());
                let items = items.map(|item| plain(item, numbers));
                (!inner.contains(['[', '{', '"', '\''])).then(|| items.collect::<Option<_>>().map(Value::Array))?
            };
            if numbers == Numbers::AsWritten
                && let Some(items) = listed()
            {
                return Some(items);
            }
            let mut values = serde_json::Deserializer::from_str(text).into_iter::<Value>();
            match values.next() {
                Some(Ok(value)) => whole(value, text.get(values.byte_offset()..)?),
                _ => listed(),
            }
        }
        _ => plain(uncommented(text), numbers),
    }
}

fn plain(text: &str, numbers: Numbers) -> Option<Value> {
    if text.starts_with(['&', '*', '!', '%', '@', '`', '|', '>']) {
        return None;
    }
    Some(match text {
        "~" | "null" => Value::Null,
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        _ => match serde_json::from_str::<serde_json::Number>(text) {
            Ok(number) if numbers == Numbers::Values || number.to_string() == text => Value::Number(number),
            _ => Value::String(text.to_owned()),
        },
    })
}
