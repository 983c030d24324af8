//! What to say when a file could not be taken in.

use super::{Words, w};
use crate::format::{CorruptionKind, Refused};
use crate::journal::RevisionError;

/// Why a file was not taken in. `{name}` is the file. Each sentence ends with what is safe.
pub const fn refused(why: Refused) -> Words {
    match why {
        Refused::FileTooLarge => w(
            "“{name}”特别大，先没有读。手记没有变。要是它是你自己的，可以接着读完。",
            "「{name}」特別大，先沒有讀。手記沒有變。要是它是你自己的，可以接著讀完。",
            "“{name}” is very large and was not read yet. Your journal is unchanged. If the file is your own, have it read to its end.",
        ),
        Refused::TooManyFiles => w(
            "“{name}”里的文件特别多，先没有读。手记没有变。要是它是你自己的，可以接着读完。",
            "「{name}」裡的檔案特別多，先沒有讀。手記沒有變。要是它是你自己的，可以接著讀完。",
            "“{name}” holds very many files and was not read yet. Your journal is unchanged. If the file is your own, have it read to its end.",
        ),
        Refused::TooMuchInside => w(
            "“{name}”解开以后特别大，先没有读。手记没有变。要是它是你自己的，可以接着读完。",
            "「{name}」解開以後特別大，先沒有讀。手記沒有變。要是它是你自己的，可以接著讀完。",
            "“{name}” would be very large once unpacked and was not read yet. Your journal is unchanged. If the file is your own, have it read to its end.",
        ),
        Refused::Bomb => w(
            "“{name}”解开以后会比它自己大很多倍，不像手记，先没有读。手记没有变。要是它是你自己的，可以接着读完。",
            "「{name}」解開以後會比它自己大很多倍，不像手記，先沒有讀。手記沒有變。要是它是你自己的，可以接著讀完。",
            "“{name}” would unpack to many times its size, which a journal hardly does. It was not read yet. Your journal is unchanged. If the file is your own, have it read to its end.",
        ),
        Refused::TooManyRecords => w(
            "“{name}”里的条目特别多，先没有读。手记没有变。要是它是你自己的，可以接着读完。",
            "「{name}」裡的條目特別多，先沒有讀。手記沒有變。要是它是你自己的，可以接著讀完。",
            "“{name}” holds very many records and was not read yet. Your journal is unchanged. If the file is your own, have it read to its end.",
        ),
        Refused::Unknown => w(
            "“{name}”不是手记备份，也不是 Markdown 文件。手记没有变。",
            "「{name}」不是手記備份，也不是 Markdown 檔案。手記沒有變。",
            "“{name}” is neither a backup of a journal nor Markdown. Your journal is unchanged.",
        ),
        Refused::Shared => w(
            "“{name}”是组员交给教研组长的文件，不是备份，没有读。到“档案”里的“教研组汇总”打开它。手记没有变。",
            "「{name}」是組員交給教研組長的檔案，不是備份，沒有讀。到「檔案」裡的「教研組彙總」打開它。手記沒有變。",
            "“{name}” was handed over to a group leader. It is no backup and was not read: open it under Records, The group together. Your journal is unchanged.",
        ),
        Refused::NoZip => w(
            "这里打不开 ZIP。先把“{name}”解开，再选里面的 journal.jsonl。",
            "這裡打不開 ZIP。先把「{name}」解開，再選裡面的 journal.jsonl。",
            "ZIP files cannot be opened here. Unpack “{name}” and choose the journal.jsonl inside it.",
        ),
    }
}

/// What is wrong with a piece of an import. The piece is kept aside as it was.
pub const fn harm(why: CorruptionKind) -> Words {
    match why {
        CorruptionKind::Line(RevisionError::NotText) | CorruptionKind::NotText => {
            w("不是文字。", "不是文字。", "It is not text.")
        }
        CorruptionKind::Line(RevisionError::NotJson) => w("一行不完整。", "一行不完整。", "A line is incomplete."),
        CorruptionKind::Line(RevisionError::NotARevision) => {
            w("一行不是条目。", "一行不是條目。", "A line is not a record.")
        }
        CorruptionKind::Line(RevisionError::Changed) => w(
            "一行的内容和写下时不一样了。",
            "一行的內容和寫下時不一樣了。",
            "A line is no longer what was written.",
        ),
        CorruptionKind::Line(RevisionError::Newer) => w(
            "由更高版本的螺旋手记写下，原样留着。",
            "由更高版本的螺旋手記寫下，原樣留著。",
            "Written by a newer version; kept as it is.",
        ),
        CorruptionKind::Torn => w(
            "文件断了或变了。",
            "檔案斷了或變了。",
            "A file is cut off or has changed.",
        ),
        CorruptionKind::Picture => w(
            "图片和存下时不一样了。",
            "圖片和存下時不一樣了。",
            "A picture is no longer what was kept.",
        ),
        CorruptionKind::TooDeep => w("一行嵌套得太深。", "一行嵌套得太深。", "A line is nested too deeply."),
        CorruptionKind::TooLong => w(
            "一段文字特别长，先没有读。",
            "一段文字特別長，先沒有讀。",
            "A text is very long and was not read yet.",
        ),
        CorruptionKind::Nested => w(
            "里面另有压缩包，没有打开。请先解开，再选里面的文件。",
            "裡面另有壓縮包，沒有打開。請先解開，再選裡面的檔案。",
            "There is an archive inside; it was not opened. Unpack the file first and choose what is inside.",
        ),
        CorruptionKind::Packed => w(
            "压缩的方式这里解不开。请在电脑上解开，再选里面的文件。",
            "壓縮的方式這裡解不開。請在電腦上解開，再選裡面的檔案。",
            "It is packed in a way that cannot be unpacked here. Unpack it on your computer and choose what is inside.",
        ),
        CorruptionKind::Locked => w(
            "加了密码，这里打不开。请在电脑上解开，再选里面的文件。",
            "加了密碼，這裡打不開。請在電腦上解開，再選裡面的檔案。",
            "It is locked with a password. Unpack it on your computer and choose what is inside.",
        ),
    }
}
