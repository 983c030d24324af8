//! Markdown that means harm, for the core natively and for the page in a browser: the same list.

const SOURCE: &str = include_str!("../golden/hostile.md");

/// Every hostile input once: those of `tests/golden/hostile.md`, each address in each form, and bombs.
pub fn inputs() -> Vec<String> {
    let list = |name: &str| -> Vec<String> {
        let start = SOURCE.split(&format!("\n# {name}\n")).nth(1).unwrap_or_default();
        let lines = start.split("\n\n# ").next().unwrap_or_default().lines();
        lines.filter(|line| !line.is_empty()).map(unescape).collect()
    };
    let mut all = list("inputs");
    let addresses = list("addresses");
    for form in list("forms") {
        all.extend(addresses.iter().map(|address| form.replace("{}", address)));
    }
    all.extend(bombs());
    all.sort();
    all.dedup();
    all
}

/// Small texts that would be large or deep pages.
fn bombs() -> Vec<String> {
    let table = |columns: usize, rows: usize| {
        format!(
            "|{}\n|{}\n{}",
            "a|".repeat(columns),
            "-|".repeat(columns),
            "|x\n".repeat(rows)
        )
    };
    vec![
        ">".repeat(50_000),
        "> ".repeat(30_000),
        "1. ".repeat(20_000),
        "- ".repeat(20_000),
        "*".repeat(50_000),
        "**a ".repeat(20_000),
        "*a_".repeat(20_000),
        "[".repeat(50_000),
        "[a](".repeat(20_000),
        "![".repeat(20_000),
        "<a ".repeat(20_000),
        "`a".repeat(20_000),
        "~~a".repeat(20_000),
        "&amp;".repeat(20_000),
        "\\*".repeat(30_000),
        "a\n\n".repeat(30_000),
        "# a\n".repeat(30_000),
        "<!--".repeat(20_000),
        format!("[x]: https://a.example\n{}", "[x]".repeat(30_000)),
        table(5_000, 10),
        table(2, 20_000),
        "重要。**".repeat(20_000),
        "“**".repeat(20_000),
        "\u{202e}".repeat(50_000),
        "\0".repeat(50_000),
    ]
}

/// The characters `\n`, `\t`, `\r`, `\0` and `\u{…}` stand for; any other backslash is itself.
fn unescape(line: &str) -> String {
    let mut text = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('\\') {
        text.push_str(before);
        let named = after.strip_prefix("u{").and_then(|code| {
            let (code, after) = code.split_once('}')?;
            Some((char::from_u32(u32::from_str_radix(code, 16).ok()?)?, after))
        });
        let (character, after) = named.unwrap_or_else(|| match after.chars().next() {
            Some('n') => ('\n', &after[1..]),
            Some('t') => ('\t', &after[1..]),
            Some('r') => ('\r', &after[1..]),
            Some('0') => ('\0', &after[1..]),
            _ => ('\\', after),
        });
        text.push(character);
        rest = after;
    }
    text + rest
}
