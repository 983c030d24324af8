//! Text and hatching for a drawing in one ink.

use crate::text::escaped;

/// The size of text, in the drawing's own units.
pub(super) const EM: f64 = 14.0;

/// A number of things as a length.
pub(super) fn real(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// About how wide a text is: Chinese characters and full-width marks are square, others about half, and figures somewhat
/// more.
pub(super) fn width(text: &str) -> f64 {
    let of = |c: char| match c {
        '\u{2e80}'.. => 1.0,
        '0'..='9' => 0.64,
        _ => 0.56,
    };
    text.chars().map(|c| of(c) * EM).sum()
}

/// A text in lines of at most `most`, at most three of them, the last cut short where it must be.
pub(super) fn wrapped(text: &str, most: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for character in text.chars() {
        let next = width(&line) + width(character.encode_utf8(&mut [0; 4]));
        if next > most && !line.is_empty() {
            if lines.len() == 2 {
                line.pop();
                line.push('…');
                break;
            }
            lines.push(std::mem::take(&mut line));
        }
        line.push(character);
    }
    lines.push(line);
    lines
}

/// A text in one line of at most `most`, cut short where it must be.
pub(super) fn cut(text: &str, most: f64) -> String {
    if width(text) <= most {
        return text.to_owned();
    }
    let mut room = most - EM;
    let kept = text.chars().take_while(|character| {
        room -= width(character.encode_utf8(&mut [0; 4]));
        room >= 0.0
    });
    kept.chain(['…']).collect()
}

/// Lines of text around a middle; `anchor` is `start`, `middle` or `end`.
pub(super) fn text(svg: &mut String, x: f64, middle: f64, anchor: &str, lines: &[String]) {
    let first = middle - (real(lines.len()) - 1.0) * EM * 0.6 + EM * 0.35;
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| !line.is_empty()) {
        let y = first + real(at) * EM * 1.2;
        svg.push_str(&format!(
            "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\">{}</text>",
            escaped(line)
        ));
    }
}

/// The hatchings, darkest first: the inside of an 8 by 8 tile.
const HATCHINGS: [&str; 6] = [
    "<path d=\"M0 0H8V8H0Z\" fill=\"currentColor\" fill-opacity=\".8\"/>",
    "<path d=\"M-2 2L2 -2M0 8L8 0M6 10L10 6\" stroke=\"currentColor\" stroke-width=\"1.6\"/>",
    "<path d=\"M0 0H8V8H0Z\" fill=\"currentColor\" fill-opacity=\".22\"/>",
    "<path d=\"M0 2H8M0 6H8\" stroke=\"currentColor\" stroke-width=\"1\"/>",
    "<path d=\"M1 1h2v2h-2zM5 5h2v2h-2z\" fill=\"currentColor\"/>",
    "",
];

/// The hatchings of so many series, as definitions under names that begin with `id`.
pub(super) fn hatchings(svg: &mut String, id: &str, series: usize) {
    svg.push_str("<defs>");
    for (at, inside) in HATCHINGS.iter().enumerate().take(series) {
        svg.push_str(&format!(
            "<pattern id=\"{id}-{at}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">{inside}</pattern>"
        ));
    }
    svg.push_str("</defs>");
}

/// A box filled with a hatching. More series than hatchings begin again; their order and their labels tell them apart.
pub(super) fn filled(svg: &mut String, id: &str, series: usize, [x, y, width, height]: [f64; 4]) {
    let hatching = series % HATCHINGS.len();
    svg.push_str(&format!(
        "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" fill=\"url(#{id}-{hatching})\" \
         stroke=\"currentColor\"/>"
    ));
}

/// The names of the series beside their marks, in rows of at most `wide`; how tall they are.
pub(super) fn legend(
    svg: &mut String,
    series: &[String],
    wide: f64,
    mark: impl Fn(&mut String, usize, f64, f64),
) -> f64 {
    let (mut x, mut y) = (0.0, 0.0);
    for (at, name) in series.iter().enumerate() {
        let name = cut(name, wide - 30.0 - EM);
        let room = 30.0 + width(&name) + EM;
        if x > 0.0 && x + room > wide {
            (x, y) = (0.0, y + EM * 1.7);
        }
        mark(svg, at, x, y + EM * 0.85);
        text(svg, x + 30.0, y + EM * 0.85, "start", &[name]);
        x += room;
    }
    y + EM * 2.2
}
