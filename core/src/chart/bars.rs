//! Bars and columns.

use super::Chart;
use super::ink::{EM, cut, filled, legend, real, text, width, wrapped};
use super::svg::WIDE;

const BAR: f64 = 20.0;

/// What a figure has room for, however narrow its column is.
const LEAST: f64 = 60.0;

/// How wide what stands behind a bar may be.
const LABEL: f64 = WIDE * 0.25;

impl Chart {
    /// Draws horizontal bars, a group for each category; how tall that is.
    pub(super) fn bars(&self, svg: &mut String, id: &str) -> f64 {
        let mut y = self.boxes(svg, id);
        let labels = self.names(WIDE * 0.4);
        let left = labels.iter().flatten().map(|line| width(line)).fold(0.0, f64::max) + 8.0;
        let (least, most) = self.range();
        // A long unit stands once, for all of them.
        let units = self.values().all(|value| width(&self.labelled(value)) <= LABEL);
        if !units {
            y += self.unit_above(svg, y + EM * 0.6);
        }
        let said = |value: f64| {
            if units {
                self.labelled(value)
            } else {
                self.fitting(value, LABEL)
            }
        };
        // What stands behind the longest bar.
        let values = self.values().map(|value| width(&said(value)));
        let right = WIDE - values.fold(0.0, f64::max) - 8.0;
        let x = |value: f64| left + (right - left) * (value - least) / (most - least);
        let top = y;
        for (row, label) in labels.iter().enumerate() {
            let series = real(self.series.len());
            let tall = (series * BAR).max(real(label.len()) * EM * 1.2);
            text(svg, left - 8.0, y + tall / 2.0, "end", label);
            for at in 0..self.series.len() {
                let Some(value) = self.value(row, at) else { continue };
                let place = y + (tall - series * BAR) / 2.0 + real(at) * BAR;
                let (from, to) = (x(value.min(0.0)), x(value.max(0.0)));
                filled(svg, id, at, [from, place + 1.0, to - from, BAR - 2.0]);
                text(svg, to + 5.0, place + BAR / 2.0, "start", &[said(value)]);
            }
            y += tall + 8.0;
        }
        let zero = x(0.0);
        svg.push_str(&format!(
            "<path d=\"M{zero:.1} {top:.1}V{:.1}\" stroke=\"currentColor\"/>",
            y - 4.0
        ));
        y
    }

    /// Draws columns, a group for each category; how tall that is.
    pub(super) fn columns(&self, svg: &mut String, id: &str) -> f64 {
        let step = WIDE / real(self.rows.len().max(1));
        let series = real(self.series.len().max(1));
        let bar = ((step - 16.0) / series).clamp(2.0, 46.0);
        let mut top = self.boxes(svg, id) + EM * 1.6;
        // Where columns are narrow the unit stands once, for all of them.
        let units = self.values().all(|value| width(&self.labelled(value)) <= bar + 2.0);
        if !units {
            top += self.unit_above(svg, top - EM * 0.7);
        }
        let floor = top + 190.0;
        let (least, most) = self.range();
        let y = |value: f64| floor - (floor - top) * (value - least) / (most - least);
        let labels = self.names(step - 6.0);
        let deep = labels.iter().map(Vec::len).max().unwrap_or_default();
        for (row, label) in labels.iter().enumerate() {
            let middle = (real(row) + 0.5) * step;
            for at in 0..self.series.len() {
                let Some(value) = self.value(row, at) else { continue };
                let x = middle - bar * series / 2.0 + real(at) * bar;
                let (high, low) = (y(value.max(0.0)), y(value.min(0.0)));
                filled(svg, id, at, [x + 1.0, high, bar - 2.0, low - high]);
                let said = if units {
                    self.labelled(value)
                } else {
                    self.fitting(value, step.max(LEAST))
                };
                text(svg, x + bar / 2.0, high - EM * 0.7, "middle", &[said]);
            }
            let under = floor + 8.0 + real(label.len()) * EM * 0.6;
            text(svg, middle, under, "middle", label);
        }
        let zero = y(0.0);
        svg.push_str(&format!("<path d=\"M0 {zero:.1}H{WIDE:.0}\" stroke=\"currentColor\"/>"));
        floor + 14.0 + real(deep) * EM * 1.2
    }

    /// The unit of all its values, where each of them says none; how tall that is.
    fn unit_above(&self, svg: &mut String, middle: f64) -> f64 {
        if self.unit.is_empty() {
            return 0.0;
        }
        text(svg, 0.0, middle, "start", &[cut(&self.unit, WIDE)]);
        EM * 1.2
    }

    /// The names of its series beside boxes, where there are several; how tall that is.
    pub(super) fn boxes(&self, svg: &mut String, id: &str) -> f64 {
        if self.series.len() < 2 {
            return 4.0;
        }
        legend(svg, &self.series, WIDE, |svg, at, x, y| {
            filled(svg, id, at, [x + 2.0, y - 6.0, 22.0, 12.0]);
        })
    }

    /// The names of its categories, in lines.
    pub(super) fn names(&self, most: f64) -> Vec<Vec<String>> {
        self.rows
            .iter()
            .map(|(name, _)| wrapped(name, most.max(EM * 2.0)))
            .collect()
    }

    /// From where to where its values reach, zero among them and never nothing.
    pub(super) fn range(&self) -> (f64, f64) {
        let least = self.values().fold(0.0, f64::min);
        let most = self.values().fold(0.0, f64::max);
        if most > least {
            (least, most)
        } else {
            (least, least + 1.0)
        }
    }
}
