use super::{Chart, ChartKind};
use crate::catalog::Language;

/// The values of an attribute in a drawing.
fn all(svg: &str, element: &str, attribute: &str) -> Vec<f64> {
    let opened = format!("<{element} ");
    let elements = svg.split(&opened).skip(1);
    let value = |text: &str| {
        let (_, rest) = text.split('>').next()?.split_once(&format!("{attribute}=\""))?;
        rest.split('"').next()?.parse().ok()
    };
    elements.filter_map(value).collect()
}

/// Within the drawing, as its own size says.
fn is_drawn_right(chart: &Chart) {
    let svg = chart.svg(Language::ZhHans);
    let high = all(&svg, "svg", "height")[0];
    for (attribute, most) in [("width", 600.0), ("height", high)] {
        let sizes = all(&svg, "rect", attribute);
        assert!(
            sizes.iter().all(|size| (0.0..=most).contains(size)),
            "{attribute} {sizes:?}: {chart:?}"
        );
    }
    for (x, size) in all(&svg, "rect", "x").into_iter().zip(all(&svg, "rect", "width")) {
        assert!(x >= 0.0 && x + size <= 600.05, "{x} {size}: {chart:?}");
    }
    for (element, attribute, most) in [("rect", "y", high), ("text", "x", 600.0), ("text", "y", high)] {
        let places = all(&svg, element, attribute);
        assert!(
            places.iter().all(|place| (-0.05..=most).contains(place)),
            "{element} {attribute} {places:?}: {chart:?}"
        );
    }
    assert!(!svg.contains("NaN") && !svg.contains("inf"));
}

#[test]
fn every_value_is_drawn_within_its_drawing() {
    let long = "填写问卷的三年级学生人次（含重复参加的学生）".repeat(3);
    for kind in ChartKind::ALL {
        for values in [
            &[-5.0, -3.0][..],
            &[5.0, -3.0],
            &[0.0, 0.0],
            &[1e300, -1e300],
            &[-1e300],
            &[1e-300, 3.0],
            &[f64::NAN, 2.0],
        ] {
            for (unit, name) in [("人", "甲"), (long.as_str(), long.as_str()), ("%", ""), ("", "甲")] {
                for (rows, series) in [(1, 1), (3, 2), (60, 1), (4, 12)] {
                    let value = |at: usize| values.get(at % values.len()).copied();
                    is_drawn_right(&Chart {
                        kind: *kind,
                        caption: name.into(),
                        unit: unit.into(),
                        series: vec![name.to_owned(); series],
                        rows: (0..rows)
                            .map(|row| (name.to_owned(), (0..series).map(|at| value(row + at)).collect()))
                            .collect(),
                    });
                }
            }
        }
    }
}

#[test]
fn shares_of_a_sum_with_a_negative_part_are_bars_of_their_own() {
    let chart = |values: &str| Chart::read("chart stacked 变化", &format!(",好,坏\n甲,{values}\n")).expect("a chart");
    assert_eq!(chart("3,1").drawn(), ChartKind::Stacked);
    let falls = chart("3,-1");
    assert_eq!((falls.kind, falls.drawn()), (ChartKind::Stacked, ChartKind::Bar));
    assert_eq!(
        all(&falls.svg(Language::ZhHans), "rect", "width").len(),
        4,
        "two boxes and two bars"
    );
}
