//! The drawing of a chart: SVG that needs neither a style sheet nor a font of its own.

use super::ink::{EM, hatchings, width};
use super::{Chart, ChartKind};
use crate::catalog::Language;
use crate::survey::{decimal, short};
use crate::text::escaped;

/// How wide every drawing is, in its own units.
pub(super) const WIDE: f64 = 600.0;

impl Chart {
    /// The chart as an SVG file. The caption is its title, and every value stands in its description, for readers that
    /// speak; on the page the caption is set below it. Everything is drawn in `currentColor`, which a file of its own
    /// shows black.
    ///
    /// ```
    /// use luoxuan::catalog::Language;
    /// use luoxuan::chart::Chart;
    /// let chart = Chart::read("chart bar 难题 <n=42>", "人,人数\n不会写,30\n").expect("a chart");
    /// let svg = chart.svg(Language::ZhHans);
    /// assert!(svg.contains("难题 &lt;n=42&gt;") && svg.contains("不会写：30人"));
    /// ```
    pub fn svg(&self, language: Language) -> String {
        let id = self.id();
        let mut body = String::new();
        let high = match self.drawn() {
            ChartKind::Bar => self.bars(&mut body, &id),
            ChartKind::Column => self.columns(&mut body, &id),
            ChartKind::Line => self.lines(&mut body),
            ChartKind::Stacked => self.stacked(&mut body, &id),
        };
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDE:.0} {high:.0}\" width=\"{WIDE:.0}\" \
             height=\"{high:.0}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\" lang=\"{}\" fill=\"none\" \
             font-family=\"sans-serif\" font-size=\"{EM}\"><title id=\"{id}-t\">{}</title><desc id=\"{id}-d\">{}</desc>",
            language.tag(),
            escaped(&self.caption),
            escaped(&self.told(language))
        );
        if self.drawn() != ChartKind::Line {
            hatchings(&mut svg, &id, self.series.len());
        }
        svg.push_str("<g fill=\"currentColor\">");
        svg.push_str(&body);
        svg.push_str("</g></svg>");
        svg
    }

    /// Its values as words.
    pub(crate) fn told(&self, language: Language) -> String {
        let (colon, comma, end) = match language {
            Language::En => (": ", ", ", "; "),
            Language::ZhHans | Language::ZhHant => ("：", "，", "；"),
        };
        let rows = self.rows.iter().enumerate().map(|(row, (name, _))| {
            let values = (0..self.series.len()).filter_map(|series| {
                let said = self.labelled(self.value(row, series)?);
                let name = self.series.get(series).filter(|_| self.series.len() > 1);
                Some(name.map_or_else(|| said.clone(), |name| format!("{name} {said}")))
            });
            format!("{name}{colon}{}", values.collect::<Vec<_>>().join(comma))
        });
        rows.collect::<Vec<_>>().join(end)
    }

    /// A value with its unit.
    pub(super) fn labelled(&self, value: f64) -> String {
        format!("{}{}", self.bare(value), self.unit)
    }

    /// A value in the room there is: without its unit, or else as the power of ten it comes to.
    pub(super) fn fitting(&self, value: f64, most: f64) -> String {
        let bare = self.bare(value);
        if width(&bare) <= most {
            bare
        } else {
            format!("{value:.0e}")
        }
    }

    /// A value without its unit. Percentages have one decimal, all of them.
    pub(super) fn bare(&self, value: f64) -> String {
        if self.unit == "%" {
            decimal(value, 1)
        } else {
            short(value)
        }
    }

    /// A name for its parts that another chart on the same page will not have.
    fn id(&self) -> String {
        let hash = self.write().bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        format!("chart-{hash:x}")
    }
}
