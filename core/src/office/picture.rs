//! Pictures: figures with a paragraph of their own, and those that stand among words.

use super::body::Body;
use super::xml::Xml;
use crate::catalog::{ManuscriptLabel, mark};
use crate::id::BlobId;
use crate::manuscript::{Figure, TextStyle, Warning, clean};

/// English metric units in a pixel at 96 an inch.
const PIXEL: u64 = 9_525;
/// What is left free between pictures side by side, in twips.
const GAP: u32 = 240;
/// English metric units in a twip.
pub(super) const TWIP: u64 = 635;

impl Body<'_> {
    /// A figure: a paragraph of its own for each row of its pictures.
    pub(super) fn figure(&mut self, figure: &Figure) {
        for row in figure.rows() {
            self.paragraph("Figure", |body| body.row(row, &figure.caption));
        }
    }

    /// Pictures side by side; where they are withheld, the words for that.
    fn row(&mut self, pictures: &[BlobId], words: &str) {
        if pictures.is_empty() {
            let text = mark(ManuscriptLabel::Withheld).in_(self.paper.language);
            self.text(text, TextStyle::default(), None);
        }
        let room = self.room;
        if pictures.len() > 1 {
            let each = u32::try_from(pictures.len()).unwrap_or(u32::MAX);
            self.room = room.saturating_sub(GAP) / each;
        }
        for (at, blob) in pictures.iter().enumerate() {
            if at > 0 {
                self.text(" ", TextStyle::default(), None);
            }
            self.picture(*blob, words);
        }
        self.room = room;
    }

    /// A picture in the line, or the words for one that is not there.
    pub(super) fn picture(&mut self, blob: BlobId, words: &str) {
        let Some(picture) = self.pictures.get(&blob) else {
            self.warnings.push(Warning::Missing(blob));
            let text = mark(ManuscriptLabel::Missing).in_(self.paper.language);
            self.text(text, TextStyle::default(), None);
            return;
        };
        let made = clean(&picture.bytes);
        let extension = match made.media.or(Some(picture.media.as_str())) {
            Some("image/png") => "png",
            Some("image/gif") => "gif",
            Some("image/webp") => {
                self.warnings.push(Warning::WebP(blob));
                "webp"
            }
            _ => "jpeg",
        };
        let given = Some((picture.width, picture.height)).filter(|(width, height)| *width > 0 && *height > 0);
        let stored = made.size.or(given).unwrap_or((640, 480));
        let turned = made.turn.quarters % 2 == 1;
        let upright = if turned { (stored.1, stored.0) } else { stored };
        let (width, height) = self.fit(upright);
        // The frame stands upright, the picture in it lies as it was stored and is turned.
        let (across, up) = if turned { (height, width) } else { (width, height) };
        let id = self.place(blob, extension, made.bytes);
        let rotation = (u32::from(made.turn.quarters % 4) * 5_400_000).to_string();
        let flip = if made.turn.mirrored { "1" } else { "0" };
        let (across, up) = (across.to_string(), up.to_string());
        self.drawing(width, height, words, |xml| {
            let uri = "http://schemas.openxmlformats.org/drawingml/2006/picture";
            xml.open("a:graphicData", &[("uri", uri)]);
            xml.open("pic:pic", &[]);
            xml.open("pic:nvPicPr", &[]);
            xml.empty("pic:cNvPr", &[("id", "0"), ("name", "")]);
            xml.empty("pic:cNvPicPr", &[]);
            xml.close("pic:nvPicPr");
            xml.open("pic:blipFill", &[]);
            xml.empty("a:blip", &[("r:embed", &id)]);
            xml.open("a:stretch", &[]);
            xml.empty("a:fillRect", &[]);
            xml.close("a:stretch");
            xml.close("pic:blipFill");
            xml.open("pic:spPr", &[]);
            xml.open("a:xfrm", &[("rot", &rotation), ("flipH", flip)]);
            xml.empty("a:off", &[("x", "0"), ("y", "0")]);
            xml.empty("a:ext", &[("cx", &across), ("cy", &up)]);
            xml.close("a:xfrm");
            xml.open("a:prstGeom", &[("prst", "rect")]);
            xml.empty("a:avLst", &[]);
            xml.close("a:prstGeom");
            xml.close("pic:spPr");
            xml.close("pic:pic");
            xml.close("a:graphicData");
        });
    }

    /// What a picture is called in the package, which holds it once.
    fn place(&mut self, blob: BlobId, extension: &str, bytes: Vec<u8>) -> String {
        if let Some(id) = self.placed.get(&blob) {
            return id.clone();
        }
        let name = format!("media/image{}.{extension}", self.placed.len() + 1);
        let id = self.package.relate(&name, "image");
        self.package.picture(&name, bytes);
        self.placed.insert(blob, id.clone());
        id
    }

    /// How wide a picture wants to be, in twips; nothing if it is not there.
    pub(super) fn natural_width(&self, blob: BlobId) -> u32 {
        let Some(picture) = self.pictures.get(&blob) else {
            return 0;
        };
        u32::try_from(u64::from(picture.width) * PIXEL / TWIP).unwrap_or(u32::MAX)
    }

    /// Its size on paper: as it is, but within the room there is and two fifths of the page's height.
    fn fit(&self, (width, height): (u32, u32)) -> (u64, u64) {
        let (width, height) = (u64::from(width) * PIXEL, u64::from(height) * PIXEL);
        let most_wide = u64::from(self.room) * TWIP;
        let most_high = u64::from(self.paper.height()) * TWIP * 2 / 5;
        let shrink = |side: u64, most: u64, of: u64| {
            let share = u128::from(side) * u128::from(most) / u128::from(of.max(1));
            u64::try_from(share).unwrap_or(most).max(1)
        };
        let (mut wide, mut high) = (width, height);
        if wide > most_wide {
            (wide, high) = (most_wide, shrink(high, most_wide, width));
        }
        if high > most_high {
            (wide, high) = (shrink(wide, most_high, high), most_high);
        }
        (wide.max(1), high.max(1))
    }

    /// A drawing in the line.
    pub(super) fn drawing(&mut self, width: u64, height: u64, words: &str, graphic: impl FnOnce(&mut Xml)) {
        self.drawings += 1;
        let id = self.drawings.to_string();
        let (width, height) = (width.to_string(), height.to_string());
        let xml = &mut self.xml;
        xml.open("w:r", &[]);
        xml.open("w:drawing", &[]);
        xml.open(
            "wp:inline",
            &[("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")],
        );
        xml.empty("wp:extent", &[("cx", &width), ("cy", &height)]);
        xml.empty(
            "wp:docPr",
            &[("id", &id), ("name", &format!("Figure {id}")), ("descr", words)],
        );
        xml.empty("wp:cNvGraphicFramePr", &[]);
        xml.open("a:graphic", &[]);
        graphic(xml);
        xml.close("a:graphic");
        xml.close("wp:inline");
        xml.close("w:drawing");
        xml.close("w:r");
    }
}
