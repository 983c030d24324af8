//! An indicator over time: a line, a dot for each value, its n beside it; and the charts of a text.

use std::cell::Cell;

use leptos::html::Div;
use leptos::prelude::*;
use luoxuan::catalog::Language;
use web_sys::{DomParser, SupportedType};

/// One value: the day as people write it, the figure to draw, and the figure as people write it.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// Under the dot.
    pub day: String,
    /// Where the dot stands.
    pub value: f64,
    /// Beside the dot: `22/42`, or a mean.
    pub text: String,
}

const WIDTH: f64 = 250.0;
const LEFT: f64 = 28.0;
const TOP: f64 = 24.0;
const FLOOR: f64 = 74.0;

/// Places of the values, left to right; the lowest stands just above the axis, the highest at the top.
fn places(points: &[Point]) -> Vec<(f64, f64)> {
    let highest = points.iter().map(|point| point.value).fold(0.0_f64, f64::max);
    let lowest = points.iter().map(|point| point.value).fold(0.0_f64, f64::min);
    let span = (highest - lowest).max(f64::EPSILON);
    let steps = f64::from(u32::try_from(points.len()).unwrap_or(u32::MAX).saturating_sub(1).max(1));
    let x = |number: f64| LEFT + (WIDTH - 2.0 * LEFT) * number / steps;
    let y = |value: f64| FLOOR - 6.0 - (FLOOR - 6.0 - TOP) * (value - lowest) / span;
    points
        .iter()
        .zip((0_u32..).map(f64::from))
        .map(|(point, number)| (x(number), y(point.value)))
        .collect()
}

/// The chart. `label` is its text equivalent; the values stand in a list beside it.
#[component]
pub fn Chart(
    /// The values, by day.
    points: Vec<Point>,
    /// What a screen reader says.
    label: String,
) -> impl IntoView {
    let at = places(&points);
    let mut line = String::new();
    for (x, y) in &at {
        line.push_str(&format!("{}{x:.1} {y:.1}", if line.is_empty() { "M" } else { "L" }));
    }
    // More than five labels run into each other.
    let every = points.len().div_ceil(5).max(1);
    let last = points.len().saturating_sub(1);
    let marks = points.into_iter().zip(at).enumerate().map(|(number, (point, (x, y)))| {
        let labelled = number == last || (number % every == 0 && last - number >= every.min(2));
        view! {
            <circle cx=x cy=y r="4"></circle>
            {labelled.then(|| view! {
                <text x=x y=y - 9.0 text-anchor="middle">{point.text}</text>
                <text x=x y="88" text-anchor="middle">{point.day}</text>
            })}
        }
    });
    view! {
        <svg class="chart" viewBox="0 0 250 92" role="img" aria-label=label>
            <path class="axis" d="M14 74H240"></path>
            <path class="line" d=line></path>
            {marks.collect_view()}
        </svg>
    }
}

/// A chart of a text, drawn by the core. What it draws is data of a closed shape, every word of it escaped.
/// The drawing with names that no other on the page has: where the same chart stands twice, as on the page and on paper,
/// the hatching of the one that is not shown would be taken for both.
fn of_its_own(svg: &str) -> String {
    thread_local!(static DRAWN: Cell<u32> = const { Cell::new(0) });
    let number = DRAWN.replace(DRAWN.get() + 1);
    let named = svg
        .split_once("aria-labelledby=\"")
        .and_then(|(_, rest)| rest.split_once("-t "));
    named.map_or_else(|| svg.to_owned(), |(id, _)| svg.replace(id, &format!("{id}-{number}")))
}

#[allow(clippy::needless_pass_by_value)] // A component owns what it is given.
#[component]
pub fn ChartFigure(
    /// The chart.
    chart: luoxuan::chart::Chart,
    /// In which language its values are told.
    language: Language,
) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    let svg = of_its_own(&chart.svg(language));
    Effect::new(move |_| {
        let drawn = DomParser::new().and_then(|parser| parser.parse_from_string(&svg, SupportedType::ImageSvgXml));
        if let (Some(place), Some(drawn)) = (place.get(), drawn.ok().and_then(|drawn| drawn.document_element()))
            && let Ok(drawn) = document().import_node_with_deep(&drawn, true)
        {
            let () = place.replace_children_with_node_1(&drawn);
        }
    });
    view! { <div class="chart-svg" node_ref=place></div> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn the_same_chart_twice_has_hatchings_of_its_own() {
        let source = "人,会,不会\n三（1）班,30,12\n三（2）班,20,22\n";
        let chart = luoxuan::chart::Chart::read("chart stacked 会不会", source).expect("a chart");
        let svg = chart.svg(Language::ZhHans);
        let id = |svg: &str| {
            svg.split_once("<pattern id=\"")
                .and_then(|(_, rest)| Some(rest.split_once('"')?.0.to_owned()))
        };
        let (one, two) = (of_its_own(&svg), of_its_own(&svg));
        let (first, second) = (id(&one).expect("hatched"), id(&two).expect("hatched"));
        assert_ne!(first, second);
        assert!(one.contains(&format!("url(#{first})")) && !two.contains(&format!("url(#{first})")));
    }

    #[wasm_bindgen_test]
    fn every_value_stands_inside_the_chart() {
        for values in [
            vec![],
            vec![5.0],
            vec![0.0, 0.0],
            vec![26.2, 71.4, 81.0, 90.5],
            vec![-3.0, 4.0],
            vec![1e12, 1.0],
        ] {
            let points: Vec<_> = values
                .iter()
                .map(|value| Point {
                    day: String::new(),
                    value: *value,
                    text: String::new(),
                })
                .collect();
            let at = places(&points);
            assert_eq!(at.len(), points.len());
            for (x, y) in at {
                assert!(
                    (LEFT..=WIDTH - LEFT).contains(&x) && (TOP..FLOOR).contains(&y),
                    "{values:?}: {x} {y}"
                );
            }
        }
    }
}
