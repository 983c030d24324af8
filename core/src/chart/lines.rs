//! Lines over time.

use super::Chart;
use super::ink::{EM, legend, real, text, width};
use super::svg::WIDE;

/// Dashes of the lines, told apart without colour.
const DASHES: [&str; 4] = ["none", "7 4", "2 4", "10 3 2 3"];

const TALL: f64 = 210.0;

/// How wide a value beside its mark may be.
const LABEL: f64 = WIDE * 0.25;

/// Where values stand: from the left a step a row, from the floor up between the least and the most.
struct Plane {
    floor: f64,
    step: f64,
    range: (f64, f64),
}

impl Plane {
    fn x(&self, row: usize) -> f64 {
        (real(row) + 0.5) * self.step
    }

    fn y(&self, value: f64) -> f64 {
        let (least, most) = self.range;
        self.floor - 10.0 - (TALL - 10.0) * (value - least) / (most - least)
    }

    /// Where the labels of these values stand, from the top down; those that would touch move apart.
    fn places(&self, values: &[(usize, f64)]) -> Vec<f64> {
        let mut places: Vec<f64> = Vec::new();
        for (_, value) in values {
            let under = places.last().map_or(f64::NEG_INFINITY, |last| last + EM);
            places.push((self.y(*value) - EM * 0.9).max(under));
        }
        // Those that came to the floor push the others up again.
        let mut most = self.floor;
        for place in places.iter_mut().rev() {
            *place = place.min(most).max(EM);
            most = *place - EM;
        }
        places
    }
}

impl Chart {
    /// Draws a line for each series; how tall that is. A missing value breaks it.
    pub(super) fn lines(&self, svg: &mut String) -> f64 {
        let top = if self.series.len() > 1 {
            legend(svg, &self.series, WIDE, |svg, at, x, y| {
                path(svg, at, &format!("M{x:.1} {y:.1}h24"));
                mark(svg, at, x + 12.0, y);
            })
        } else {
            4.0
        } + EM * 1.6;
        let floor = top + TALL;
        let step = WIDE / real(self.rows.len().max(1));
        let range = self.range();
        let plane = Plane { floor, step, range };
        let labels = self.names(step - 4.0);
        for at in 0..self.series.len() {
            path(svg, at, &self.way(at, &plane));
        }
        for row in 0..self.rows.len() {
            self.marks(svg, row, &plane);
        }
        svg.push_str(&format!(
            "<path d=\"M0 {floor:.1}H{WIDE:.0}\" stroke=\"currentColor\"/>"
        ));
        let deep = labels.iter().map(Vec::len).max().unwrap_or_default();
        for (row, label) in labels.iter().enumerate() {
            let under = floor + 8.0 + real(label.len()) * EM * 0.6;
            text(svg, plane.x(row), under, "middle", label);
        }
        floor + 14.0 + real(deep) * EM * 1.2
    }

    /// The way of a line through the values of a series.
    fn way(&self, series: usize, plane: &Plane) -> String {
        let mut way = String::new();
        let mut broken = true;
        for row in 0..self.rows.len() {
            let Some(value) = self.value(row, series) else {
                broken = true;
                continue;
            };
            let letter = if broken { 'M' } else { 'L' };
            way.push_str(&format!("{letter}{:.1} {:.1}", plane.x(row), plane.y(value)));
            broken = false;
        }
        way
    }

    /// The marks of a row on their lines, each with its value beside it.
    fn marks(&self, svg: &mut String, row: usize, plane: &Plane) {
        let values = (0..self.series.len()).filter_map(|at| Some((at, self.value(row, at)?)));
        let mut values: Vec<_> = values.collect();
        values.sort_by(|(_, a), (_, b)| b.total_cmp(a));
        let places = plane.places(&values);
        for ((at, value), place) in values.into_iter().zip(places) {
            mark(svg, at, plane.x(row), plane.y(value));
            let mut said = self.labelled(value);
            if width(&said) > LABEL {
                said = self.fitting(value, LABEL);
            }
            // On the side that the line leaves free: before a rise on the left, else on the right.
            let rises = self.value(row + 1, at).is_some_and(|next| next > value);
            let half = width(&said) / 2.0;
            let side = if rises { -half - 6.0 } else { half + 6.0 };
            let middle = (plane.x(row) + side).min(WIDE - half).max(half);
            text(svg, middle, place, "middle", &[said]);
        }
    }
}

fn path(svg: &mut String, series: usize, way: &str) {
    let dashes = DASHES.get(series % DASHES.len()).copied().unwrap_or("none");
    svg.push_str(&format!(
        "<path d=\"{way}\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" stroke-dasharray=\"{dashes}\"/>"
    ));
}

/// A mark on a line: disc, box, triangle, ring, and again.
fn mark(svg: &mut String, series: usize, x: f64, y: f64) {
    svg.push_str(&match series % 4 {
        0 => format!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4.5\"/>"),
        1 => format!("<path d=\"M{:.1} {:.1}h8v8h-8z\"/>", x - 4.0, y - 4.0),
        2 => format!("<path d=\"M{:.1} {:.1}l5 9h-10z\"/>", x, y - 5.5),
        _ => format!(
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"/>"
        ),
    });
}
