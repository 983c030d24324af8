//! The lines of a Markdown text, and which of them are data inside a fence.

/// A line of a text.
pub(super) struct Line<'t> {
    /// The byte it begins at.
    pub(super) start: usize,
    /// What it says, without its end.
    pub(super) text: &'t str,
    /// Whether it is a fence or inside one, as a chart's data are.
    pub(super) fenced: bool,
}

/// Every line of a text.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut start = 0;
    let mut open: Option<(char, usize)> = None;
    text.split_inclusive('\n').map(move |line| {
        let at = start;
        start += line.len();
        let said = line.trim_end_matches(['\n', '\r']);
        let fence = fence(said);
        let fenced = open.is_some() || fence.is_some();
        open = match (open, fence) {
            (None, Some((mark, long, _))) => Some((mark, long)),
            (Some((mark, long)), Some((other, longer, true))) if mark == other && longer >= long => None,
            (open, _) => open,
        };
        Line {
            start: at,
            text: said,
            fenced,
        }
    })
}

/// What a fence is made of, how long it is, and whether it could close one.
fn fence(line: &str) -> Option<(char, usize, bool)> {
    let said = line.trim_start_matches(' ');
    if line.len() - said.len() > 3 {
        return None;
    }
    let mark = said.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
    let rest = said.trim_start_matches(mark);
    let long = said.len() - rest.len();
    let opens = long >= 3 && (mark == '~' || !rest.contains('`'));
    opens.then(|| (mark, long, rest.trim().is_empty()))
}
