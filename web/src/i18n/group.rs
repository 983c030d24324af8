//! Words of what goes to the group leader, and of what a leader reads.

use luoxuan::catalog::Words;

use super::w;

pub const GIVE: Words = w("交给教研组长", "交給教研組長", "For the group leader");
pub const GIVE_ABOUT: Words = w(
    "选好要交的，做成一个文件，自己发给组长。文件里只有下面勾上的这些现在的样子：没有修改过程，没有照片，没有只给自己看的，也没有标成“含可识别学生”的。名称里要是写了学生的姓名，先改掉再交。",
    "選好要交的，做成一個檔案，自己發給組長。檔案裡只有下面勾上的這些現在的樣子：沒有修改過程，沒有照片，沒有只給自己看的，也沒有標成「含可識別學生」的。名稱裡要是寫了學生的姓名，先改掉再交。",
    "Choose what to hand over, make a file, and send it to the leader yourself. It holds what is ticked below as it is now, and nothing else: no history, no pictures, nothing that is for your eyes only or marked as showing a pupil. Where a title names a pupil, change it first.",
);
pub const LOOK: Words = w("看看要交什么", "看看要交什麼", "See what would go");
pub const NOTHING: Words = w(
    "这段时间还没有可以交的。",
    "這段時間還沒有可以交的。",
    "There is nothing to hand over from these days.",
);
pub const SPIRALS: Words = w("研究线索和手记", "研究線索和手記", "Spirals and entries");
pub const SPIRALS_ABOUT: Words = w(
    "手记是写给自己的，勾了才交。交一条手记，它的线索也一起交。",
    "手記是寫給自己的，勾了才交。交一條手記，它的線索也一起交。",
    "Entries were written for yourself: they go only if you tick them, and their spiral goes with them.",
);
pub const ALL_ENTRIES: Words = w("这条线索的手记全交", "這條線索的手記全交", "All entries of this spiral");
pub const OWN_KINDS: Words = w("自己加的档案", "自己加的檔案", "Kinds of your own");
pub const OWN_KINDS_ABOUT: Words = w(
    "自己加的档案里写了什么，只有你知道，勾了才交。交一条，这种档案的名称和项目也一起交，组长才看得懂。",
    "自己加的檔案裡寫了什麼，只有你知道，勾了才交。交一條，這種檔案的名稱和項目也一起交，組長才看得懂。",
    "What a kind of your own holds only you know: its records go only if you tick them, and what the kind asks for goes with them, so that the leader can read them.",
);
pub const ALL_OF_KIND: Words = w("这种档案全交", "這種檔案全交", "All of this kind");
pub const TEXTS_ABOUT: Words = w(
    "文稿勾了才交。交出去的是题目、摘要和正文，没有图片。引自“仅自己”或“含可识别学生”的段落留下不交，“交出去的样子”里能看到。",
    "文稿勾了才交。交出去的是題目、摘要和正文，沒有圖片。引自「僅自己」或「含可識別學生」的段落留下不交，「交出去的樣子」裡能看到。",
    "Texts go only if you tick them: title, abstract and words, without pictures. Passages that rest on what is for your eyes only or shows a pupil stay here; see “As it will be read”.",
);
pub const HELD: Words = w(
    "有{n}段引自不给别人看的记录，或者记录已经不在了，不交。",
    "有{n}段引自不給別人看的記錄，或者記錄已經不在了，不交。",
    "{n} passages rest on what is not for others, or is no longer there, and stay here.",
);
pub const GROUP_TEXTS: Words = w("全组的文稿", "全組的文稿", "The group’s texts");
pub const SAYS: Words = w("交出去的样子", "交出去的樣子", "As it will be read");
pub const NO_NAME: Words = w(
    "还没写姓名，组长不知道是谁交的。去设置里写上",
    "還沒寫姓名，組長不知道是誰交的。去設定裡寫上",
    "Your name is not set, so the leader will not know whose this is. Set it in the settings",
);
pub const MAKE: Words = w("做成文件（{n}条）", "做成檔案（{n}條）", "Make the file ({n})");
pub const MADE: Words = w(
    "“{name}”做好了，里面有{n}条。发给组长就行。",
    "「{name}」做好了，裡面有{n}條。發給組長就行。",
    "“{name}” is made, with {n} records. Send it to the leader.",
);
pub const FILE: Words = w("交教研组", "交教研組", "for the group");
pub const SOMEBODY: Words = w("教师", "教師", "teacher");

pub const MERGED: Words = w("教研组汇总", "教研組彙總", "The group together");
pub const MERGED_ABOUT: Words = w(
    "组员交来的文件在这里合起来看：全组的线索，全组的成果，起草教研组工作总结。",
    "組員交來的檔案在這裡合起來看：全組的線索，全組的成果，起草教研組工作總結。",
    "What the members of a group handed over, read together: the group’s spirals and outcomes, and a draft of its report.",
);
pub const MERGED_SAFE: Words = w(
    "这里只是看，不写进你自己的手记。关掉页面就清空，文件还在你的电脑上。",
    "這裡只是看，不寫進你自己的手記。關掉頁面就清空，檔案還在你的電腦上。",
    "This is for reading: nothing of it enters your own journal. It is gone when the page is closed; the files stay on your computer.",
);
pub const OPEN: Words = w("打开组员交来的文件", "打開組員交來的檔案", "Open members’ files");
pub const NOT_SHARED: Words = w(
    "“{name}”不是用“交给教研组长”做出来的文件，没有读。里面也许有人家没打算交的东西，请本人重新做一份。",
    "「{name}」不是用「交給教研組長」做出來的檔案，沒有讀。裡面也許有人家沒打算交的東西，請本人重新做一份。",
    "“{name}” was not made with “For the group leader” and was not read. It may hold what nobody meant to hand over: ask for a file made that way.",
);
pub const UNREADABLE: Words = w(
    "“{name}”读不出来，再选一次，或者请本人重新发一份。",
    "「{name}」讀不出來，再選一次，或者請本人重新發一份。",
    "“{name}” could not be read. Choose it again, or ask for it again.",
);
pub const DAMAGED: Words = w(
    "“{name}”里有{n}条坏了，没有算进来。",
    "「{name}」裡有{n}條壞了，沒有算進來。",
    "{n} records in “{name}” are damaged and were left out.",
);
pub const MEMBERS: Words = w("交来的有", "交來的有", "Handed over by");
pub const MEMBER: Words = w("{n}条", "{n}條", "{n} records");
pub const TAKE_OUT: Words = w("去掉{name}", "去掉{name}", "Take {name} out");
pub const GROUP_SPIRALS: Words = w("全组的研究线索", "全組的研究線索", "The group’s spirals");
pub const NO_SPIRALS: Words = w(
    "还没有人交来研究线索。",
    "還沒有人交來研究線索。",
    "Nobody has handed over a spiral yet.",
);
pub const TURN: Words = w("第{n}轮", "第{n}輪", "Round {n}");
pub const JOINED: Words = w("按一项算的", "按一項算的", "Counted once");
pub const JOINED_ABOUT: Words = w(
    "这几项不止一位老师交了，看起来是同一件事，总结里只算一项。要是其实是两件，在总结里改。",
    "這幾項不止一位老師交了，看起來是同一件事，總結裡只算一項。要是其實是兩件，在總結裡改。",
    "More than one teacher handed these over. They look like one thing, and the report counts each once. Where they are two, change it in the report.",
);
pub const DRAFT: Words = w("起草教研组工作总结", "起草教研組工作總結", "Draft the group’s report");
pub const DRAFT_ABOUT: Words = w(
    "选一个学期。起草成一篇文稿，每一条都写着是谁的。标成“含可识别学生”的不在里面；名称里要是有学生的姓名，请改掉。",
    "選一個學期。起草成一篇文稿，每一條都寫著是誰的。標成「含可識別學生」的不在裡面；名稱裡要是有學生的姓名，請改掉。",
    "Choose a term. The draft is a text in which each line says whose it is. What is marked as showing a pupil is not in it; where a title names one, change it.",
);
pub const CALLED: Words = w("教研组叫什么", "教研組叫什麼", "Name of the group");
pub const TOGETHER: Words = w("合成一个文件", "合成一個檔案", "Make one file of them");
pub const TOGETHER_ABOUT: Words = w(
    "合成一个文件存好，下次打开它一个就行。",
    "合成一個檔案存好，下次打開它一個就行。",
    "Keep them as one file, and open that one next time.",
);
pub const TOGETHER_FILE: Words = w("教研组汇总", "教研組彙總", "group");
