//! What the keyboard and the toolbar do to a Markdown text. Pure: text in, edit out.

/// Replace the characters from `from` to `to` by `text`, then select from `select.0` to `select.1`.
/// All positions count UTF-16 units, as a textarea does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Where the replaced stretch begins.
    pub from: u32,
    /// Where it ends.
    pub to: u32,
    /// What takes its place.
    pub text: String,
    /// What is selected afterwards.
    pub select: (u32, u32),
}

/// The marks teachers use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Formatting {
    /// `**重点**`
    Bold,
    /// `## 小标题`
    Heading,
    /// `- 一条`
    List,
    /// `> 原话`
    Quote,
    /// A table of two columns to fill in.
    Table,
}

/// How many UTF-16 units a text has.
pub fn units(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}

/// The byte where the UTF-16 position `at` stands; a position inside a character moves before it.
pub fn byte(text: &str, at: u32) -> usize {
    let mut seen = 0;
    for (index, character) in text.char_indices() {
        let next = seen + u32::try_from(character.len_utf16()).unwrap_or(2);
        if next > at {
            return index;
        }
        seen = next;
    }
    text.len()
}

/// What Enter does at `at`: continues a list or a quote, or ends it on an empty item. `None` leaves
/// the key to the browser.
///
/// ```
/// use luoxuan_web::markdown_edit::enter;
/// assert_eq!(enter("- 看到", 4).map(|edit| edit.text), Some("\n- ".into()));
/// assert_eq!(enter("1. 看到\n2. ", 9).map(|edit| (edit.from, edit.to, edit.text)), Some((6, 9, String::new())));
/// assert_eq!(enter("看到", 2), None);
/// ```
pub fn enter(text: &str, at: u32) -> Option<Edit> {
    let before = text.get(..byte(text, at))?;
    let line = before.rsplit('\n').next()?;
    let (marker, next) = marker(line)?;
    let start = at - units(line);
    if line.len() == marker {
        return Some(Edit {
            from: start,
            to: at,
            text: String::new(),
            select: (start, start),
        });
    }
    let text = format!("\n{next}");
    let end = at + units(&text);
    Some(Edit {
        from: at,
        to: at,
        text,
        select: (end, end),
    })
}

/// The length of a line's list or quote marker, and the marker of the line after.
fn marker(line: &str) -> Option<(usize, String)> {
    let indent = line.len() - line.trim_start_matches([' ', '　', '\t']).len();
    let (space, rest) = line.split_at_checked(indent)?;
    for plain in ["- ", "* ", "+ ", "> "] {
        if rest.starts_with(plain) {
            let task = ["[ ] ", "[x] "]
                .into_iter()
                .find(|task| rest[plain.len()..].starts_with(task));
            let length = plain.len() + task.map_or(0, str::len);
            return Some((
                indent + length,
                format!("{space}{plain}{}", if task.is_some() { "[ ] " } else { "" }),
            ));
        }
    }
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = rest.split_at_checked(digits)?;
    let next = number.parse::<u32>().ok()?.checked_add(1)?;
    [". ", ") "]
        .into_iter()
        .find(|end| rest.starts_with(end))
        .map(|end| (indent + digits + end.len(), format!("{space}{next}{end}")))
}

/// What a toolbar button does to the selection `from..to`. `table` is the table to insert.
pub fn mark(text: &str, from: u32, to: u32, mark: Formatting, table: &str) -> Edit {
    let (start, end) = (byte(text, from), byte(text, to));
    let chosen = text.get(start..end).unwrap_or_default();
    match mark {
        Formatting::Bold => bold(text, (start, end), (from, to)),
        Formatting::Heading => lines(text, (start, end), "## "),
        Formatting::List => lines(text, (start, end), "- "),
        Formatting::Quote => lines(text, (start, end), "> "),
        Formatting::Table => {
            let lead = if start == 0 || text[..start].ends_with("\n\n") {
                ""
            } else if text[..start].ends_with('\n') {
                "\n"
            } else {
                "\n\n"
            };
            let inserted = format!("{chosen}{lead}{table}\n");
            let caret = from + units(&inserted);
            Edit {
                from,
                to,
                text: inserted,
                select: (caret, caret),
            }
        }
    }
}

fn bold(text: &str, (start, end): (usize, usize), (from, to): (u32, u32)) -> Edit {
    let chosen = text.get(start..end).unwrap_or_default();
    let around = text.get(..start).is_some_and(|before| before.ends_with("**"))
        && text.get(end..).is_some_and(|after| after.starts_with("**"));
    if around {
        let at = from - 2;
        return Edit {
            from: at,
            to: to + 2,
            text: chosen.into(),
            select: (at, at + units(chosen)),
        };
    }
    Edit {
        from,
        to,
        text: format!("**{chosen}**"),
        select: (from + 2, from + 2 + units(chosen)),
    }
}

/// Puts `prefix` before every line the selection touches, or takes it away if all have it.
fn lines(text: &str, (start, end): (usize, usize), prefix: &str) -> Edit {
    let first = text
        .get(..start)
        .and_then(|before| before.rfind('\n'))
        .map_or(0, |at| at + 1);
    let last = text
        .get(end..)
        .and_then(|after| after.find('\n'))
        .map_or(text.len(), |at| end + at);
    let block = text.get(first..last).unwrap_or_default();
    let all = block.split('\n').all(|line| line.starts_with(prefix));
    let changed: Vec<_> = block
        .split('\n')
        .map(|line| {
            if all {
                line[prefix.len()..].to_owned()
            } else {
                format!("{prefix}{line}")
            }
        })
        .collect();
    let changed = changed.join("\n");
    let from = units(&text[..first]);
    let caret = from + units(&changed);
    Edit {
        from,
        to: from + units(block),
        text: changed,
        select: (caret, caret),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    fn apply(text: &str, edit: &Edit) -> String {
        format!(
            "{}{}{}",
            &text[..byte(text, edit.from)],
            edit.text,
            &text[byte(text, edit.to)..]
        )
    }

    #[wasm_bindgen_test]
    fn enter_continues_what_a_teacher_started() {
        for (text, becomes) in [
            ("- 一", "- 一\n- "),
            ("  - 一", "  - 一\n  - "),
            ("9. 一", "9. 一\n10. "),
            ("1) 一", "1) 一\n2) "),
            ("> 他说", "> 他说\n> "),
            ("- [x] 做了", "- [x] 做了\n- [ ] "),
            ("头\n- 一𠮷", "头\n- 一𠮷\n- "),
            ("- 一\n- ", "- 一\n"),
        ] {
            let edit = enter(text, units(text)).expect(text);
            assert_eq!(apply(text, &edit), becomes);
        }
        for text in ["", "一", "-一", "2025", "1.一", "—— "] {
            assert_eq!(enter(text, units(text)), None, "{text}");
        }
    }

    #[wasm_bindgen_test]
    fn a_mark_pressed_twice_is_taken_away() {
        let text = "有焦点的𠮷只有6人";
        let once = mark(text, 4, 6, Formatting::Bold, "");
        let bold = apply(text, &once);
        assert_eq!(bold, "有焦点的**𠮷**只有6人");
        let twice = mark(&bold, once.select.0, once.select.1, Formatting::Bold, "");
        assert_eq!(apply(&bold, &twice), text);

        let text = "一\n二\n三";
        let once = mark(text, 2, 5, Formatting::List, "");
        assert_eq!(apply(text, &once), "一\n- 二\n- 三");
        let listed = apply(text, &once);
        let twice = mark(&listed, 2, once.select.1, Formatting::List, "");
        assert_eq!(apply(&listed, &twice), text);
    }
}
