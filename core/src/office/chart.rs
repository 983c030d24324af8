//! Charts, as the drawing program inside Word has them: sharp at every size, in the reader's own fonts.

use super::body::Body;
use super::picture::TWIP;
use super::xml::Xml;
use crate::chart::{Chart, ChartKind};
use crate::record::{ResolvedFont, Role};

/// Fills told apart in black and white: a pattern with its two greys.
const FILLS: [(&str, &str, &str); 6] = [
    ("solid", "595959", "595959"),
    ("wdUpDiag", "404040", "FFFFFF"),
    ("solid", "D9D9D9", "D9D9D9"),
    ("dkHorz", "7F7F7F", "FFFFFF"),
    ("lgGrid", "404040", "FFFFFF"),
    ("pct20", "404040", "FFFFFF"),
];
/// Dashes and marks told apart in black and white.
const LINES: [(&str, &str); 6] = [
    ("solid", "circle"),
    ("dash", "square"),
    ("sysDot", "triangle"),
    ("dashDot", "diamond"),
    ("lgDash", "x"),
    ("sysDash", "plus"),
];

impl Body<'_> {
    pub(super) fn chart(&mut self, number: usize, chart: &Chart) {
        self.charts += 1;
        let name = format!("charts/chart{}.xml", self.charts);
        let id = self.package.relate(&name, "chart");
        let face = self.paper.face(Role::Table);
        let media = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
        self.package.typed(&format!("word/{name}"), media, part(chart, &face));
        let width = u64::from(self.paper.width()) * TWIP * 9 / 10;
        // A lying bar needs its own height; the others keep a landscape shape.
        let rows = u64::try_from(chart.rows.len()).unwrap_or(u64::MAX).min(40);
        let series = u64::try_from(chart.series.len()).unwrap_or(u64::MAX).min(6);
        let each = match chart.drawn() {
            ChartKind::Bar => 170 + 190 * series,
            _ => 420,
        };
        let height = match chart.drawn() {
            ChartKind::Bar | ChartKind::Stacked => (1_000 + rows * each) * TWIP,
            ChartKind::Column | ChartKind::Line => width * 11 / 20,
        };
        let most = u64::from(self.paper.height()) * TWIP / 2;
        let words = format!("{number} {}: {}", chart.caption, chart.told(self.paper.language));
        let height = height.clamp(1_800 * TWIP, most.max(1_800 * TWIP));
        self.paragraph("Figure", |body| {
            body.drawing(width, height, &words, |xml| {
                let uri = "http://schemas.openxmlformats.org/drawingml/2006/chart";
                xml.open("a:graphicData", &[("uri", uri)]);
                xml.empty("c:chart", &[("r:id", &id)]);
                xml.close("a:graphicData");
            });
        });
    }
}

fn part(chart: &Chart, face: &ResolvedFont) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open(
        "c:chartSpace",
        &[
            ("xmlns:c", "http://schemas.openxmlformats.org/drawingml/2006/chart"),
            ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        ],
    );
    xml.plain("c:roundedCorners", 0);
    xml.open("c:chart", &[]);
    xml.plain("c:autoTitleDeleted", 1);
    xml.open("c:plotArea", &[]);
    xml.empty("c:layout", &[]);
    plot(&mut xml, chart);
    axes(&mut xml, chart);
    xml.close("c:plotArea");
    if chart.series.len() > 1 {
        xml.open("c:legend", &[]);
        xml.plain("c:legendPos", "b");
        xml.plain("c:overlay", 0);
        xml.close("c:legend");
    }
    xml.plain("c:plotVisOnly", 1);
    xml.plain("c:dispBlanksAs", "gap");
    xml.close("c:chart");
    xml.open("c:spPr", &[]);
    xml.empty("a:noFill", &[]);
    xml.open("a:ln", &[]);
    xml.empty("a:noFill", &[]);
    xml.close("a:ln");
    xml.close("c:spPr");
    xml.open("c:txPr", &[]);
    xml.empty("a:bodyPr", &[]);
    xml.open("a:p", &[]);
    xml.open("a:pPr", &[]);
    // Hundredths of a point.
    let size = face.half_points.saturating_mul(50).min(1_050).to_string();
    xml.open("a:defRPr", &[("sz", &size)]);
    solid(&mut xml, "000000");
    xml.empty("a:latin", &[("typeface", &face.latin)]);
    xml.empty("a:ea", &[("typeface", &face.family)]);
    xml.close("a:defRPr");
    xml.close("a:pPr");
    xml.empty("a:endParaRPr", &[("lang", "zh-CN")]);
    xml.close("a:p");
    xml.close("c:txPr");
    xml.close("c:chartSpace");
    xml.done()
}

fn plot(xml: &mut Xml, chart: &Chart) {
    let line = chart.drawn() == ChartKind::Line;
    let name = if line { "c:lineChart" } else { "c:barChart" };
    xml.open(name, &[]);
    if !line {
        let standing = chart.drawn() == ChartKind::Column;
        xml.plain("c:barDir", if standing { "col" } else { "bar" });
    }
    let grouping = match chart.drawn() {
        ChartKind::Line => "standard",
        ChartKind::Stacked => "percentStacked",
        ChartKind::Bar | ChartKind::Column => "clustered",
    };
    xml.plain("c:grouping", grouping);
    xml.plain("c:varyColors", 0);
    for at in 0..chart.series.len() {
        series(xml, chart, at);
    }
    if line {
        xml.plain("c:marker", 1);
    } else {
        xml.plain("c:gapWidth", 60);
        if chart.drawn() == ChartKind::Stacked {
            xml.plain("c:overlap", 100);
        }
    }
    xml.plain("c:axId", 1);
    xml.plain("c:axId", 2);
    xml.close(name);
}

fn series(xml: &mut Xml, chart: &Chart, at: usize) {
    let line = chart.drawn() == ChartKind::Line;
    let column = column(at + 1);
    let last = chart.rows.len() + 1;
    xml.open("c:ser", &[]);
    xml.plain("c:idx", at);
    xml.plain("c:order", at);
    xml.open("c:tx", &[]);
    let named = chart.series.get(at).map(String::as_str).unwrap_or_default();
    cached(xml, &format!("Sheet1!${column}$1"), std::iter::once(named));
    xml.close("c:tx");
    xml.open("c:spPr", &[]);
    if line {
        let (dash, _) = LINES.get(at % LINES.len()).copied().unwrap_or(("solid", "circle"));
        xml.open("a:ln", &[("w", "19050")]);
        solid(xml, "404040");
        xml.plain("a:prstDash", dash);
        xml.close("a:ln");
    } else {
        fill(xml, at);
    }
    xml.close("c:spPr");
    if line {
        let (_, mark) = LINES.get(at % LINES.len()).copied().unwrap_or(("solid", "circle"));
        xml.open("c:marker", &[]);
        xml.plain("c:symbol", mark);
        xml.plain("c:size", 6);
        xml.close("c:marker");
    } else {
        xml.plain("c:invertIfNegative", 0);
    }
    labels(xml, chart.drawn());
    xml.open("c:cat", &[]);
    let names = chart.rows.iter().map(|(name, _)| name.as_str());
    cached(xml, &format!("Sheet1!$A$2:$A${last}"), names);
    xml.close("c:cat");
    xml.open("c:val", &[]);
    xml.open("c:numRef", &[]);
    xml.leaf("c:f", &[], &format!("Sheet1!${column}$2:${column}${last}"));
    xml.open("c:numCache", &[]);
    xml.leaf("c:formatCode", &[], "General");
    xml.plain("c:ptCount", chart.rows.len());
    for (row, (_, values)) in chart.rows.iter().enumerate() {
        if let Some(Some(value)) = values.get(at) {
            xml.open("c:pt", &[("idx", &row.to_string())]);
            xml.leaf("c:v", &[], &value.to_string());
            xml.close("c:pt");
        }
    }
    xml.close("c:numCache");
    xml.close("c:numRef");
    xml.close("c:val");
    if line {
        xml.plain("c:smooth", 0);
    }
    xml.close("c:ser");
}

/// Words of a sheet that is not there, kept with the chart.
fn cached<'t>(xml: &mut Xml, place: &str, words: impl ExactSizeIterator<Item = &'t str>) {
    xml.open("c:strRef", &[]);
    xml.leaf("c:f", &[], place);
    xml.open("c:strCache", &[]);
    xml.plain("c:ptCount", words.len());
    for (at, text) in words.enumerate() {
        xml.open("c:pt", &[("idx", &at.to_string())]);
        xml.leaf("c:v", &[], text);
        xml.close("c:pt");
    }
    xml.close("c:strCache");
    xml.close("c:strRef");
}

/// The name of a column: A, B, … Z, AA.
fn column(mut at: usize) -> String {
    let mut name = Vec::new();
    loop {
        name.push(char::from(b'A' + u8::try_from(at % 26).unwrap_or(0)));
        if at < 26 {
            break;
        }
        at = at / 26 - 1;
    }
    name.into_iter().rev().collect()
}

fn labels(xml: &mut Xml, kind: ChartKind) {
    xml.open("c:dLbls", &[]);
    if kind == ChartKind::Stacked {
        // On a white ground: a pattern runs through figures.
        xml.open("c:spPr", &[]);
        solid(xml, "FFFFFF");
        xml.close("c:spPr");
        xml.plain("c:dLblPos", "ctr");
    } else {
        xml.plain("c:dLblPos", if kind == ChartKind::Line { "t" } else { "outEnd" });
    }
    for (name, shown) in [
        ("c:showLegendKey", 0),
        ("c:showVal", 1),
        ("c:showCatName", 0),
        ("c:showSerName", 0),
        ("c:showPercent", 0),
        ("c:showBubbleSize", 0),
    ] {
        xml.plain(name, shown);
    }
    xml.close("c:dLbls");
}

fn axes(xml: &mut Xml, chart: &Chart) {
    let lying = matches!(chart.drawn(), ChartKind::Bar | ChartKind::Stacked);
    xml.open("c:catAx", &[]);
    xml.plain("c:axId", 1);
    xml.open("c:scaling", &[]);
    // The first category stands at the top, as it does in the table.
    xml.plain("c:orientation", if lying { "maxMin" } else { "minMax" });
    xml.close("c:scaling");
    xml.plain("c:delete", 0);
    xml.plain("c:axPos", if lying { "l" } else { "b" });
    // At the edge: beside the zero they would stand in the bars of what is negative.
    axis(xml, "none", if chart.falls() { "low" } else { "nextTo" });
    xml.plain("c:crossAx", 2);
    xml.plain("c:crosses", "autoZero");
    xml.plain("c:auto", 1);
    xml.plain("c:lblAlgn", "ctr");
    xml.plain("c:lblOffset", 100);
    xml.plain("c:noMultiLvlLbl", 1);
    xml.close("c:catAx");
    xml.open("c:valAx", &[]);
    xml.plain("c:axId", 2);
    xml.open("c:scaling", &[]);
    xml.plain("c:orientation", "minMax");
    if !chart.falls() {
        xml.plain("c:min", 0);
    }
    xml.close("c:scaling");
    xml.plain("c:delete", 0);
    xml.plain("c:axPos", if lying { "b" } else { "l" });
    xml.open("c:majorGridlines", &[]);
    xml.open("c:spPr", &[]);
    xml.open("a:ln", &[("w", "6350")]);
    solid(xml, "D9D9D9");
    xml.close("a:ln");
    xml.close("c:spPr");
    xml.close("c:majorGridlines");
    if !chart.unit.is_empty() && chart.drawn() != ChartKind::Stacked {
        title(xml, &chart.unit, lying);
    }
    let format = if chart.drawn() == ChartKind::Stacked {
        "0%"
    } else {
        "General"
    };
    xml.empty("c:numFmt", &[("formatCode", format), ("sourceLinked", "0")]);
    axis(xml, "out", "nextTo");
    xml.plain("c:crossAx", 1);
    // With the categories from top to bottom, the axis would stand above them.
    xml.plain("c:crosses", if lying { "max" } else { "autoZero" });
    xml.plain("c:crossBetween", "between");
    xml.close("c:valAx");
}

/// What both axes share: their marks, where their labels stand, and their line.
fn axis(xml: &mut Xml, marks: &str, labels: &str) {
    xml.plain("c:majorTickMark", marks);
    xml.plain("c:minorTickMark", "none");
    xml.plain("c:tickLblPos", labels);
    xml.open("c:spPr", &[]);
    xml.open("a:ln", &[("w", "9525")]);
    solid(xml, "000000");
    xml.close("a:ln");
    xml.close("c:spPr");
}

fn title(xml: &mut Xml, text: &str, lying: bool) {
    xml.open("c:title", &[]);
    xml.open("c:tx", &[]);
    xml.open("c:rich", &[]);
    // A standing axis has its title upright, not turned: it is one or two characters.
    xml.empty("a:bodyPr", if lying { &[] } else { &[("rot", "0"), ("vert", "horz")] });
    xml.open("a:p", &[]);
    xml.open("a:pPr", &[]);
    xml.empty("a:defRPr", &[("b", "0")]);
    xml.close("a:pPr");
    xml.open("a:r", &[]);
    xml.empty("a:rPr", &[("lang", "zh-CN"), ("b", "0")]);
    xml.leaf("a:t", &[], text);
    xml.close("a:r");
    xml.close("a:p");
    xml.close("c:rich");
    xml.close("c:tx");
    xml.plain("c:overlay", 0);
    xml.close("c:title");
}

fn fill(xml: &mut Xml, at: usize) {
    let (pattern, ink, ground) = FILLS
        .get(at % FILLS.len())
        .copied()
        .unwrap_or(("solid", "595959", "595959"));
    if pattern == "solid" {
        solid(xml, ink);
    } else {
        xml.open("a:pattFill", &[("prst", pattern)]);
        for (name, colour) in [("a:fgClr", ink), ("a:bgClr", ground)] {
            xml.open(name, &[]);
            xml.plain("a:srgbClr", colour);
            xml.close(name);
        }
        xml.close("a:pattFill");
    }
    xml.open("a:ln", &[("w", "9525")]);
    solid(xml, "404040");
    xml.close("a:ln");
}

fn solid(xml: &mut Xml, colour: &str) {
    xml.open("a:solidFill", &[]);
    xml.plain("a:srgbClr", colour);
    xml.close("a:solidFill");
}

#[cfg(test)]
mod tests {
    #[test]
    fn columns_are_named_as_sheets_name_them() {
        assert_eq!(
            [0, 1, 25, 26, 27, 701, 702].map(super::column),
            ["A", "B", "Z", "AA", "AB", "ZZ", "AAA"]
        );
    }
}
