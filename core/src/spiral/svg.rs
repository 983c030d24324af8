//! The drawing as a file of its own: SVG that needs neither a style sheet nor this program.

use super::drawing::{Dot, Drawing};
use crate::record::Phase;
use crate::text::escaped;

/// Paper, and the colour of each phase on it.
const PAPER: &str = "#fbf9f4";
const OPEN_WAY: &str = "#8d887b";

const fn colour(phase: Phase) -> &'static str {
    match phase {
        Phase::Problem => "#a83c26",
        Phase::Action => "#2b5d8c",
        Phase::Observation => "#7d5810",
        Phase::Reflection => "#35633f",
        Phase::NewProblem => "#76497c",
        Phase::Note => "#5f5d57",
    }
}

impl Drawing {
    /// The drawing as an SVG file of `width` pixels. `title` names the spiral and `name` each entry,
    /// for readers that show or speak a text equivalent.
    ///
    /// ```
    /// use luoxuan::spiral::{draw, turns};
    /// let empty = draw(&turns([]), |_| None);
    /// assert!(empty.to_svg("起步习作 <写具体>", 800, |_| String::new()).contains("起步习作 &lt;写具体&gt;"));
    /// ```
    pub fn to_svg(&self, title: &str, width: u32, name: impl Fn(&Dot) -> String) -> String {
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{width}\" \
             viewBox=\"0 0 {0:.1} {0:.1}\" fill=\"none\" stroke-width=\"5\" stroke-linecap=\"round\">\
             <title>{1}</title><rect width=\"100%\" height=\"100%\" fill=\"{PAPER}\"/>",
            self.side,
            escaped(title)
        );
        for arc in &self.arcs {
            svg.push_str(&format!("<path d=\"{}\" stroke=\"{}\"/>", arc.path, colour(arc.phase)));
        }
        if let Some(tail) = &self.tail {
            svg.push_str(&format!(
                "<path d=\"{tail}\" stroke=\"{OPEN_WAY}\" stroke-dasharray=\"1 11\"/>"
            ));
        }
        for (_, path) in &self.branches {
            svg.push_str(&format!(
                "<path d=\"{path}\" stroke=\"{}\" stroke-width=\"1.5\"/>",
                colour(Phase::NewProblem)
            ));
        }
        for dot in &self.dots {
            // The last thing written stands open, as on the page.
            let (fill, stroke, width) = if dot.last {
                (PAPER, colour(dot.phase), 3)
            } else {
                (colour(dot.phase), PAPER, 2)
            };
            svg.push_str(&format!(
                "<circle cx=\"{:.1}\" cy=\"{:.1}\" r=\"{:.1}\" fill=\"{fill}\" stroke=\"{stroke}\" \
                 stroke-width=\"{width}\"><title>{}</title></circle>",
                dot.x,
                dot.y,
                dot.r,
                escaped(&name(dot))
            ));
        }
        svg.push_str("</svg>");
        svg
    }
}
