//! Writing it.

use serde_json::Value;

use crate::time::Date;

/// A comment for people beside a line: from the key it stands under, its own key, and its value.
pub(in crate::format::markdown) type Remark<'r> = &'r dyn Fn(&str, &str, &Value) -> Option<String>;

/// Writes `key: value` and what is nested under it, itself nested `under` another key.
pub(in crate::format::markdown) fn write(
    out: &mut String,
    indent: usize,
    under: &str,
    (key, value): (&str, &Value),
    remark: Remark<'_>,
) {
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
