//! Finished texts: the three worked ones, and made-up ones of any length.

use std::collections::BTreeMap;

use luoxuan::catalog::{Language, form};
use luoxuan::manuscript::{Byline, Manuscript, Parts, Picture};
use luoxuan::record::Passage;
use luoxuan::{BlobId, Document, TextType};

const SOURCE: &str = include_str!("../data/texts.md");

/// The text of one type, as it would be handed in: every passage in the teacher's own words.
///
/// # Panics
///
/// If the source has no text of this type.
pub fn text(kind: TextType) -> Document {
    let mut texts = SOURCE.split("\n# ").skip(1);
    let source = texts
        .find_map(|text| text.strip_prefix(kind.word()).and_then(|rest| rest.strip_prefix('\n')))
        .expect("one of the three");
    let mut document = Document {
        text_type: kind,
        ..Document::default()
    };
    let mut section = None;
    for paragraph in source.split("\n\n").map(str::trim).filter(|it| !it.is_empty()) {
        match (paragraph.strip_prefix("## "), section) {
            (Some(name), _) => section = Some(name),
            (None, None) => document.title = paragraph.into(),
            (None, Some(name)) => {
                let passage = Passage {
                    text: paragraph.into(),
                    ..Passage::default()
                };
                document.pull(name, usize::MAX, passage);
            }
        }
    }
    document
}

/// The sections of a type, by name and heading.
pub fn sections(kind: TextType) -> Vec<(String, String)> {
    let sections = form(kind).sections.iter();
    sections
        .map(|section| {
            (
                section.name.to_owned(),
                section.heading.in_(Language::ZhHans).to_owned(),
            )
        })
        .collect()
}

/// Numbers that only look random: the same seed gives the same ones everywhere.
#[derive(Debug, Clone)]
pub struct Seeded(u64);

impl Seeded {
    /// From a seed.
    pub const fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// The next number below `most`.
    pub fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % most.max(1)
    }

    /// One of these.
    pub fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.below(from.len())]
    }
}

const SENTENCES: &[&str] = &[
    "开学第一次习作，全班42人平均只写了96字。",
    "我把五个格子减到一个，请他们只写三秒钟里的动作。",
    "有焦点的由6人增至22人（52.4%），可见“写细”不等于“写长”。",
    "同桌追问“然后呢”，有人把一句话改成了四句。",
    "课间我问了几个孩子，他们说不是不愿写，是不知道还能写什么。",
    "**支架要先满后减**：材料有了就撤格子。",
    "这一差别只能说明可能有用，不能把进步全归于它。",
    "仍有7名学生只会加形容词，下学期将做个别访谈。",
    "他写道：“绳子猛地一顿，我的脚后跟在地上犁出一道印。”",
    "两次观察的记录放在一起看，变化最大的是中间的那十几个孩子。",
];

/// A sentence.
pub fn sentence(seeded: &mut Seeded) -> &'static str {
    seeded.pick(SENTENCES)
}

/// A Markdown text of about so many characters, with so many pictures and tables spread over it.
///
/// Returns the text, in which pictures have addresses of the journal, and the pictures.
pub fn article(seed: u64, characters: usize, pictures: usize, tables: usize) -> (String, BTreeMap<BlobId, Picture>) {
    let mut seeded = Seeded::new(seed);
    let mut text = String::new();
    let mut album = BTreeMap::new();
    let extras = (pictures + tables).max(1);
    let (mut written, mut placed) = (0, 0);
    let mut paragraph = 0;
    while written < characters || placed < pictures + tables {
        if paragraph % 6 == 0 {
            text.push_str(&format!(
                "## {}\n\n",
                ["先有材料", "再定焦点", "后学修改", "数据与片段"][paragraph / 6 % 4]
            ));
        }
        paragraph += 1;
        for _ in 0..3 + seeded.below(3) {
            let sentence = sentence(&mut seeded);
            written += sentence.chars().count();
            text.push_str(sentence);
        }
        text.push_str("\n\n");
        if placed < pictures + tables && written * extras >= placed * characters {
            // Tables and pictures take turns until one kind is used up.
            let tables_so_far = placed * tables / extras;
            if (placed + 1) * tables / extras > tables_so_far {
                text.push_str(&format!("表：第{}次习作对照\n\n", placed + 1));
                text.push_str("| 项目 | 前测（人） | 后测（人） | 变化 |\n|---|--:|--:|--:|\n");
                for row in ["有细节", "有焦点", "主动修改", "能提问"] {
                    let (before, after) = (seeded.below(20), 20 + seeded.below(20));
                    text.push_str(&format!("| {row} | {before} | {after} | +{} |\n", after - before));
                }
                text.push('\n');
            } else {
                let bytes = png(&mut seeded, 240, 160);
                let id = BlobId::of(&bytes);
                text.push_str(&format!("![学生习作{}](luoxuan:{id})\n\n", placed + 1));
                let picture = Picture {
                    bytes,
                    media: "image/png".into(),
                    width: 240,
                    height: 160,
                };
                album.insert(id, picture);
            }
            placed += 1;
        }
    }
    (text, album)
}

/// A made-up text as a manuscript, signed.
pub fn manuscript_of(text: &str) -> Manuscript {
    let mut document = Document {
        title: "把“看见”教给孩子——起步习作的三步做法".into(),
        summary: "本文记录一个学期三轮行动：先有材料，再定焦点，后学修改。".into(),
        keywords: vec!["起步习作".into(), "观察".into(), "修改".into()],
        ..Document::default()
    };
    let passage = Passage {
        text: text.to_owned(),
        ..Passage::default()
    };
    document.sections.insert("origin".into(), vec![passage]);
    let parts = Parts {
        byline: Byline {
            name: "林晓禾".into(),
            unit: vec!["青禾市清溪区晨光小学".into()],
        },
        references: vec!["林某. 起步习作的观察支架[J]. 小学教学研究, 2024(6): 31-33.".into()],
        ..Parts::default()
    };
    Manuscript::of(&document, &sections(TextType::Experience), parts)
}

/// A grey picture with some noise, so that it does not compress to nothing.
pub fn png(seeded: &mut Seeded, width: u32, height: u32) -> Vec<u8> {
    let mut rows = Vec::new();
    for row in 0..height {
        rows.push(0);
        rows.extend((0..width).map(|column| {
            let shade = (row + column) / 4 % 200 + u32::try_from(seeded.below(40)).unwrap_or(0);
            u8::try_from(shade.min(255)).unwrap_or(255)
        }));
    }
    let mut header = Vec::new();
    header.extend_from_slice(&width.to_be_bytes());
    header.extend_from_slice(&height.to_be_bytes());
    header.extend_from_slice(&[8, 0, 0, 0, 0]);
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    chunk(&mut bytes, *b"IHDR", &header);
    // What a camera would write.
    chunk(&mut bytes, *b"tEXt", b"Author\0\xe6\x9e\x97\xe6\x99\x93\xe7\xa6\xbe");
    chunk(&mut bytes, *b"IDAT", &stored(&rows));
    chunk(&mut bytes, *b"IEND", &[]);
    bytes
}

fn chunk(bytes: &mut Vec<u8>, name: [u8; 4], content: &[u8]) {
    bytes.extend_from_slice(&u32::try_from(content.len()).expect("a small chunk").to_be_bytes());
    let body: Vec<u8> = name.iter().chain(content).copied().collect();
    bytes.extend_from_slice(&body);
    bytes.extend_from_slice(&crc(&body).to_be_bytes());
}

/// The check sum of a PNG chunk.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            let mask = (crc & 1).wrapping_neg();
            crc >> 1 ^ (0xedb8_8320 & mask)
        })
    })
}

/// Bytes in a zlib stream, as they are.
fn stored(bytes: &[u8]) -> Vec<u8> {
    let mut stream = vec![0x78, 0x01];
    let pieces: Vec<&[u8]> = bytes.chunks(65_535).collect();
    for (at, piece) in pieces.iter().enumerate() {
        let length = u16::try_from(piece.len()).expect("a chunk");
        stream.push(u8::from(at + 1 == pieces.len()));
        stream.extend_from_slice(&length.to_le_bytes());
        stream.extend_from_slice(&(!length).to_le_bytes());
        stream.extend_from_slice(piece);
    }
    let (a, b) = bytes.iter().fold((1_u32, 0_u32), |(a, b), byte| {
        let a = (a + u32::from(*byte)) % 65_521;
        (a, (b + a) % 65_521)
    });
    stream.extend_from_slice(&(b << 16 | a).to_be_bytes());
    stream
}
