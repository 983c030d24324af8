//! Bars of 100 %, for scales and two-way tables.

use super::Chart;
use super::ink::{EM, filled, real, text, width};
use super::svg::WIDE;

const BAR: f64 = 28.0;

impl Chart {
    /// Draws a bar of 100 % for each category, a band for each series; how tall that is. Values are shares of their own
    /// sum, so that counts and percentages draw alike; what is written on a band is the value as it stands.
    pub(super) fn stacked(&self, svg: &mut String, id: &str) -> f64 {
        let mut y = self.boxes(svg, id);
        // Room for a day and its n on one line.
        let labels = self.names(WIDE * 0.34);
        let left = labels.iter().flatten().map(|line| width(line)).fold(0.0, f64::max) + 8.0;
        for (row, label) in labels.iter().enumerate() {
            let tall = BAR.max(real(label.len()) * EM * 1.2) + EM * 1.3;
            let bar = y + EM * 1.3 + (tall - EM * 1.3 - BAR) / 2.0;
            text(svg, left - 8.0, bar + BAR / 2.0, "end", label);
            let value = |at: usize| self.value(row, at).map(|value| value.max(0.0));
            let sum: f64 = (0..self.series.len()).filter_map(value).sum();
            let mut x = left;
            for at in 0..self.series.len() {
                let Some(value) = value(at).filter(|value| *value > 0.0) else {
                    continue;
                };
                let wide = (WIDE - 2.0 - left) * (value / sum);
                filled(svg, id, at, [x, bar, wide, BAR]);
                // Above its band, where no hatching runs through it; a narrow band says nothing rather than too much.
                let said = [self.labelled(value), self.bare(value)];
                if let Some(said) = said.into_iter().find(|said| width(said) <= wide + 2.0) {
                    text(svg, x + wide / 2.0, bar - EM * 0.6, "middle", &[said]);
                }
                x += wide;
            }
            y += tall + 8.0;
        }
        y
    }
}
