<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CaseDesk</name>
    <message>
        <source>%1 file(s), %2 page(s)</source>
        <translation>%1 个文件，%2 页</translation>
    </message>
    <message>
        <source>%1 point(s) · %2</source>
        <translation>%1 条·%2</translation>
    </message>
</context>
<context>
    <name>CaseFacts</name>
    <message>
        <source>not sent</source>
        <translation>不上传</translation>
    </message>
    <message>
        <source>on the spot</source>
        <translation>当场办结</translation>
    </message>
    <message>
        <source>%1 working days</source>
        <translation>%1 个工作日</translation>
    </message>
    <message>
        <source>%1 material(s), %2 page(s) taken in</source>
        <translation>%1 份 %2 页</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1，%2 前补齐</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收件</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>承诺办结</translation>
    </message>
    <message>
        <source>Statutory</source>
        <translation>法定办结</translation>
    </message>
    <message>
        <source>Answer by</source>
        <translation>答复期限</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Not yet issued for these days; the dates may move</source>
        <translation>待日历更新，日期可能变动</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>%1 d over</source>
        <translation>超 %1 天</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>Yellow light, due today</source>
        <translation>黄灯，今天到期</translation>
    </message>
    <message>
        <source>Yellow light, %1 working day left</source>
        <translation>黄灯，还有 %1 个工作日</translation>
    </message>
    <message>
        <source>Red light, %1 working day(s) over</source>
        <translation>红灯，超 %1 个工作日</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Follows</source>
        <translation>容缺</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>the file of this guide is called %1</source>
        <translation>此指南的文件名应为 %1</translation>
    </message>
    <message>
        <source>only the first %1 files were looked at</source>
        <translation>只读取了前 %1 个文件</translation>
    </message>
</context>
<context>
    <name>DayWord</name>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Something that was entered cannot be right.</source>
        <translation>有一项填得不对。</translation>
    </message>
    <message>
        <source>Nothing has been saved yet; what you typed is still there.</source>
        <translation>内容还没有保存，已填的都在。</translation>
    </message>
    <message>
        <source>Correct the marked field.</source>
        <translation>请改正标出的那一项。</translation>
    </message>
    <message>
        <source>It could not be found.</source>
        <translation>没有找到。</translation>
    </message>
    <message>
        <source>Nothing has changed.</source>
        <translation>没有任何改动。</translation>
    </message>
    <message>
        <source>Check the number or search by another word.</source>
        <translation>请核对编号，或换个词再搜。</translation>
    </message>
    <message>
        <source>This is not permitted here.</source>
        <translation>这里不允许这样做。</translation>
    </message>
    <message>
        <source>Ask the chief representative.</source>
        <translation>请找首席代表。</translation>
    </message>
    <message>
        <source>The case is no longer at the step this act belongs to.</source>
        <translation>办件已不在这一步，这个动作做不了。</translation>
    </message>
    <message>
        <source>The case stays as it was.</source>
        <translation>办件保持原样。</translation>
    </message>
    <message>
        <source>Open the case again and see where it stands.</source>
        <translation>请重新打开办件，看看现在到了哪一步。</translation>
    </message>
    <message>
        <source>Somebody has acted on this case in the meantime.</source>
        <translation>这件刚刚有人办过。</translation>
    </message>
    <message>
        <source>Look at what was done, then decide again.</source>
        <translation>请看看刚才办了什么，再决定。</translation>
    </message>
    <message>
        <source>The guide has a fault and was not taken over.</source>
        <translation>办事指南有错，没有采用。</translation>
    </message>
    <message>
        <source>The guide in use stays valid.</source>
        <translation>现行指南照常使用。</translation>
    </message>
    <message>
        <source>Correct the place that is named and try again.</source>
        <translation>请改正指出的地方，再试一次。</translation>
    </message>
    <message>
        <source>The guide of this case is not on this device.</source>
        <translation>本机没有这件的办事指南。</translation>
    </message>
    <message>
        <source>Connect to the centre; the guide is fetched by itself.</source>
        <translation>请连上中心，指南会自动取回。</translation>
    </message>
    <message>
        <source>The holiday calendar has a fault and was not taken over.</source>
        <translation>节假日历有错，没有采用。</translation>
    </message>
    <message>
        <source>The calendar in use stays valid.</source>
        <translation>现行日历照常使用。</translation>
    </message>
    <message>
        <source>Correct the file and import it again.</source>
        <translation>请改正文件后重新导入。</translation>
    </message>
    <message>
        <source>A record could not be read: its form is broken.</source>
        <translation>有一条记录读不出来，格式已损坏。</translation>
    </message>
    <message>
        <source>It was not taken over; everything else is unharmed.</source>
        <translation>这条没有采用，其余不受影响。</translation>
    </message>
    <message>
        <source>Tell the administrator.</source>
        <translation>请告诉管理员。</translation>
    </message>
    <message>
        <source>An entry does not agree with what it says about itself.</source>
        <translation>有一条台账记录前后不一致。</translation>
    </message>
    <message>
        <source>The chain of the ledger is broken at one place.</source>
        <translation>台账的链条有一处断开。</translation>
    </message>
    <message>
        <source>Nothing was deleted; the place is recorded.</source>
        <translation>没有删除任何记录，位置已记下。</translation>
    </message>
    <message>
        <source>Stop taking real cases here and tell the administrator.</source>
        <translation>请停止在本机收件，并告诉管理员。</translation>
    </message>
    <message>
        <source>The proof that an entry is genuine does not match.</source>
        <translation>有一条台账记录的真实性验证不过。</translation>
    </message>
    <message>
        <source>A sealed record could not be opened: it was changed or damaged.</source>
        <translation>有一条密封内容打不开，可能被改动或损坏。</translation>
    </message>
    <message>
        <source>The sealed record is kept as it is.</source>
        <translation>密封的内容原样保留。</translation>
    </message>
    <message>
        <source>An encryption step failed.</source>
        <translation>加密运算没有成功。</translation>
    </message>
    <message>
        <source>Nothing was written unprotected.</source>
        <translation>没有写下任何未加密的内容。</translation>
    </message>
    <message>
        <source>Restart the program; if it happens again, tell the administrator.</source>
        <translation>请重启程序；再次出现请告诉管理员。</translation>
    </message>
    <message>
        <source>The keys of this device are locked.</source>
        <translation>本机密钥还锁着。</translation>
    </message>
    <message>
        <source>Everything taken in is kept on this device.</source>
        <translation>已收的办件都保存在本机。</translation>
    </message>
    <message>
        <source>Sign in first.</source>
        <translation>请先登录。</translation>
    </message>
    <message>
        <source>The password is not right.</source>
        <translation>密码不对。</translation>
    </message>
    <message>
        <source>Type it again; mind the caps lock.</source>
        <translation>请重新输入，注意大写锁定。</translation>
    </message>
    <message>
        <source>Too many wrong passwords; signing in is locked for a while.</source>
        <translation>密码错误次数太多，暂时不能登录。</translation>
    </message>
    <message>
        <source>Wait until the time shown, or ask the administrator for a reset.</source>
        <translation>请等到所示时间，或请管理员重置。</translation>
    </message>
    <message>
        <source>The new password is too easy to guess.</source>
        <translation>新密码太容易猜到。</translation>
    </message>
    <message>
        <source>The old password still holds.</source>
        <translation>原密码仍然有效。</translation>
    </message>
    <message>
        <source>Choose a longer one that is not a name or a date.</source>
        <translation>请换一个更长、不是姓名和日期的密码。</translation>
    </message>
    <message>
        <source>Nobody with this work number is known here.</source>
        <translation>本机没有这个工号的人员。</translation>
    </message>
    <message>
        <source>Check the work number, or connect once so that new people arrive.</source>
        <translation>请核对工号；新来的人员要先连一次中心。</translation>
    </message>
    <message>
        <source>Your role does not include this act.</source>
        <translation>您的岗位没有这项权限。</translation>
    </message>
    <message>
        <source>Ask someone who has the role, or the administrator.</source>
        <translation>请有权限的同事办理，或找管理员。</translation>
    </message>
    <message>
        <source>The ledger of this device could not be opened.</source>
        <translation>本机台账打不开。</translation>
    </message>
    <message>
        <source>Nothing was written over it.</source>
        <translation>没有覆盖任何内容。</translation>
    </message>
    <message>
        <source>Restart the device; if it happens again, tell the administrator.</source>
        <translation>请重启电脑；再次出现请告诉管理员。</translation>
    </message>
    <message>
        <source>The ledger did not accept the act.</source>
        <translation>台账没有写成。</translation>
    </message>
    <message>
        <source>Nothing was half written; the draft is kept.</source>
        <translation>没有只写一半，草稿还在。</translation>
    </message>
    <message>
        <source>Try once more; if it fails again, tell the administrator.</source>
        <translation>请再试一次；仍不行请告诉管理员。</translation>
    </message>
    <message>
        <source>The disk of this device is full.</source>
        <translation>本机磁盘已满。</translation>
    </message>
    <message>
        <source>Everything accepted so far is safe.</source>
        <translation>此前受理的都安全。</translation>
    </message>
    <message>
        <source>Free some space, then do this act again.</source>
        <translation>请腾出空间，再重做这一步。</translation>
    </message>
    <message>
        <source>The ledger file on this device is damaged.</source>
        <translation>本机台账文件已损坏。</translation>
    </message>
    <message>
        <source>What the centre has receipted is safe there.</source>
        <translation>中心已回执的内容在中心安全。</translation>
    </message>
    <message>
        <source>Do not go on here; tell the administrator to restore it.</source>
        <translation>请停止使用本机，由管理员恢复。</translation>
    </message>
    <message>
        <source>The ledger was written by a newer version of this program.</source>
        <translation>台账是由更新的版本写的。</translation>
    </message>
    <message>
        <source>It was not touched.</source>
        <translation>没有改动它。</translation>
    </message>
    <message>
        <source>Install the newer version.</source>
        <translation>请安装新版本。</translation>
    </message>
    <message>
        <source>The program is already running on this device.</source>
        <translation>程序已在本机运行。</translation>
    </message>
    <message>
        <source>The running one is not disturbed.</source>
        <translation>正在运行的不受影响。</translation>
    </message>
    <message>
        <source>Go on in the window that is open.</source>
        <translation>请在已打开的窗口里继续。</translation>
    </message>
    <message>
        <source>The ledger of this device is a restored or copied one.</source>
        <translation>本机台账是恢复或复制来的。</translation>
    </message>
    <message>
        <source>It is read only now; nothing is renumbered.</source>
        <translation>现已只读，编号不会改动。</translation>
    </message>
    <message>
        <source>Tell the administrator: the device must be enrolled anew.</source>
        <translation>请管理员把本机重新登记。</translation>
    </message>
    <message>
        <source>The ledger of this device is read only now.</source>
        <translation>本机台账现在只能查看。</translation>
    </message>
    <message>
        <source>All cases can still be looked up.</source>
        <translation>所有办件仍可查询。</translation>
    </message>
    <message>
        <source>The clock of this device may be wrong.</source>
        <translation>本机时间可能不准。</translation>
    </message>
    <message>
        <source>No number has been given yet.</source>
        <translation>还没有取号。</translation>
    </message>
    <message>
        <source>Confirm the date and time, then go on.</source>
        <translation>请确认日期和时间，再继续。</translation>
    </message>
    <message>
        <source>A material is not on this device.</source>
        <translation>有一份材料不在本机。</translation>
    </message>
    <message>
        <source>The case and its list of materials are complete.</source>
        <translation>办件和材料清单是完整的。</translation>
    </message>
    <message>
        <source>Connect to the centre to fetch it.</source>
        <translation>请连上中心取回。</translation>
    </message>
    <message>
        <source>A stored material is damaged.</source>
        <translation>有一份已存的材料损坏了。</translation>
    </message>
    <message>
        <source>The case itself is unharmed.</source>
        <translation>办件本身没有受影响。</translation>
    </message>
    <message>
        <source>Fetch it from the centre again, or scan it anew.</source>
        <translation>请从中心重新取回，或重新扫描。</translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation>文件读不出来。</translation>
    </message>
    <message>
        <source>The original file is untouched.</source>
        <translation>原文件没有改动。</translation>
    </message>
    <message>
        <source>Save it again as PDF or picture, or scan the paper.</source>
        <translation>请另存为 PDF 或图片，或直接扫描纸件。</translation>
    </message>
    <message>
        <source>The file is too large.</source>
        <translation>文件太大。</translation>
    </message>
    <message>
        <source>Scan at a lower resolution or split it.</source>
        <translation>请降低扫描分辨率，或拆成几份。</translation>
    </message>
    <message>
        <source>The file ends too early; a part of it is missing.</source>
        <translation>文件不完整，缺了一部分。</translation>
    </message>
    <message>
        <source>Copy or scan it again.</source>
        <translation>请重新拷贝或重新扫描。</translation>
    </message>
    <message>
        <source>This kind of file cannot be taken in.</source>
        <translation>这种文件不能收。</translation>
    </message>
    <message>
        <source>The file is protected by a password.</source>
        <translation>文件有密码保护。</translation>
    </message>
    <message>
        <source>Ask the applicant for one without a password.</source>
        <translation>请申请人提供没有密码的文件。</translation>
    </message>
    <message>
        <source>The file has too many pages.</source>
        <translation>文件页数太多。</translation>
    </message>
    <message>
        <source>Split it into several files.</source>
        <translation>请拆成几个文件。</translation>
    </message>
    <message>
        <source>The picture has too many pixels.</source>
        <translation>图片的像素太多。</translation>
    </message>
    <message>
        <source>Scan at 300 dpi or less.</source>
        <translation>请用 300 dpi 或更低的分辨率扫描。</translation>
    </message>
    <message>
        <source>The process that reads scans and files stopped.</source>
        <translation>读取扫描和文件的进程停止了。</translation>
    </message>
    <message>
        <source>It was restarted; what was taken in is safe.</source>
        <translation>已自动重启，已收的材料安全。</translation>
    </message>
    <message>
        <source>Try again; if the same file does it once more, leave it out and tell the administrator.</source>
        <translation>请再试；同一文件再次出现，请先跳过并告诉管理员。</translation>
    </message>
    <message>
        <source>Reading the scan or file took too long and was stopped.</source>
        <translation>读取扫描或文件太久，已停止。</translation>
    </message>
    <message>
        <source>What was taken in before is safe.</source>
        <translation>此前已收的材料安全。</translation>
    </message>
    <message>
        <source>Check the device and try again.</source>
        <translation>请检查设备，再试一次。</translation>
    </message>
    <message>
        <source>The template of this paper has a fault.</source>
        <translation>这份文书的模板有错。</translation>
    </message>
    <message>
        <source>The template in use before stays valid.</source>
        <translation>之前的模板照常使用。</translation>
    </message>
    <message>
        <source>Correct the template and try again, or tell the administrator.</source>
        <translation>请改正模板再试，或告诉管理员。</translation>
    </message>
    <message>
        <source>The paper could not be laid out.</source>
        <translation>文书没有生成。</translation>
    </message>
    <message>
        <source>The case and its number stand.</source>
        <translation>办件和编号有效。</translation>
    </message>
    <message>
        <source>Print it again with F12; if it fails, tell the administrator.</source>
        <translation>请按 F12 补打；仍不行请告诉管理员。</translation>
    </message>
    <message>
        <source>The printer did not print.</source>
        <translation>没有打印出来。</translation>
    </message>
    <message>
        <source>Check paper and cable, then print again with F12.</source>
        <translation>请检查纸张和连线，再按 F12 补打。</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Go on when you like.</source>
        <translation>可以随时继续。</translation>
    </message>
    <message>
        <source>The centre cannot be reached.</source>
        <translation>连不上中心。</translation>
    </message>
    <message>
        <source>Work goes on; everything is kept here and sent later.</source>
        <translation>照常收件，内容存在本机，连上自动上传。</translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation>不用做什么。</translation>
    </message>
    <message>
        <source>The centre's certificate cannot be trusted.</source>
        <translation>中心的证书不可信。</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>没有发送任何内容。</translation>
    </message>
    <message>
        <source>The network answers in place of the centre and wants a log-in.</source>
        <translation>网络要求先登录，没有连到中心。</translation>
    </message>
    <message>
        <source>Nothing was sent; work goes on.</source>
        <translation>没有发送任何内容，照常收件。</translation>
    </message>
    <message>
        <source>Log in to the network, or tell the administrator.</source>
        <translation>请先登录网络，或告诉管理员。</translation>
    </message>
    <message>
        <source>The centre is busy.</source>
        <translation>中心正忙。</translation>
    </message>
    <message>
        <source>Everything waits here in order.</source>
        <translation>内容都在本机依次等待。</translation>
    </message>
    <message>
        <source>There is nothing to do; it is sent again by itself.</source>
        <translation>不用做什么，会自动再传。</translation>
    </message>
    <message>
        <source>The centre refused an entry.</source>
        <translation>中心退回了一条记录。</translation>
    </message>
    <message>
        <source>The entry is kept and its number stands.</source>
        <translation>记录保留，编号有效。</translation>
    </message>
    <message>
        <source>Open the list of what is pending and decide.</source>
        <translation>请打开待处理，作出决定。</translation>
    </message>
    <message>
        <source>The centre has withdrawn this device.</source>
        <translation>中心已停用本机。</translation>
    </message>
    <message>
        <source>The enrolment code is not right or was used before.</source>
        <translation>登记码不对，或已用过。</translation>
    </message>
    <message>
        <source>Ask the administrator for a new code.</source>
        <translation>请向管理员要一个新的登记码。</translation>
    </message>
    <message>
        <source>This device is not enrolled at a centre.</source>
        <translation>本机还没有登记到中心。</translation>
    </message>
    <message>
        <source>Enrol it, or use the training mode.</source>
        <translation>请先登记，或使用演练。</translation>
    </message>
    <message>
        <source>The centre's answer could not be understood.</source>
        <translation>看不懂中心的答复。</translation>
    </message>
    <message>
        <source>Nothing was taken over from it.</source>
        <translation>没有采用其中任何内容。</translation>
    </message>
    <message>
        <source>Work on; tell the administrator if it lasts.</source>
        <translation>请照常工作；一直这样请告诉管理员。</translation>
    </message>
    <message>
        <source>Something went wrong in the program.</source>
        <translation>程序出了错。</translation>
    </message>
    <message>
        <source>The ledger is unharmed.</source>
        <translation>台账没有受影响。</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <extracomment>What happened, what is safe, what to do next: three sentences in a row.</extracomment>
        <translation>%1%2%3</translation>
    </message>
    <message>
        <source>Hand in PDF, JPEG, PNG or TIFF.</source>
        <translation>请改交 PDF、JPEG、PNG 或 TIFF 文件。</translation>
    </message>
</context>
<context>
    <name>FieldCheck</name>
    <message>
        <source>no more than %1 characters, please.</source>
        <translation>最多 %1 个字。</translation>
    </message>
    <message>
        <source>a number is needed, with at most six decimals.</source>
        <translation>请填数字，小数最多六位。</translation>
    </message>
    <message>
        <source>at least %1 %2.</source>
        <translation>不能小于 %1 %2。</translation>
    </message>
    <message>
        <source>at most %1 %2.</source>
        <translation>不能大于 %1 %2。</translation>
    </message>
    <message>
        <source>a date such as 2026-12-03 is needed.</source>
        <translation>请填日期，如 2026-12-03。</translation>
    </message>
    <message>
        <source>please choose from the list.</source>
        <translation>请从列表中选择。</translation>
    </message>
    <message>
        <source>no more than %1 rows, please.</source>
        <translation>最多 %1 行。</translation>
    </message>
    <message>
        <source>row %1 is not complete.</source>
        <translation>第 %1 行没有填全。</translation>
    </message>
    <message>
        <source>yes or no, please.</source>
        <translation>请选“是”或“否”。</translation>
    </message>
</context>
<context>
    <name>GuideChecks</name>
    <message>
        <source>there is no regime for type %1</source>
        <translation>事项类型代码 %1 没有对应的办理规则</translation>
    </message>
    <message>
        <source>type %1 is called “%2”</source>
        <translation>类型代码 %1 的名称应为“%2”</translation>
    </message>
    <message>
        <source>a built-in guide is version 1</source>
        <translation>内置指南的版本只能是 1</translation>
    </message>
    <message>
        <source>on the spot and a promise of 0 days belong together</source>
        <translation>即办件与承诺时限 0 个工作日必须同时成立</translation>
    </message>
    <message>
        <source>the promise of %1 days is longer than the law's %2</source>
        <translation>承诺时限 %1 个工作日长于法定时限 %2 个工作日</translation>
    </message>
    <message>
        <source>the id “%1” is used twice</source>
        <translation>编号“%1”重复</translation>
    </message>
    <message>
        <source>a tolerable material needs days, and only a tolerable one has them</source>
        <translation>可容缺的材料须写明补交天数，不可容缺的不得写</translation>
    </message>
    <message>
        <source>there is no material “%1”</source>
        <translation>没有编号为“%1”的材料</translation>
    </message>
    <message>
        <source>“%1” is both added and dropped</source>
        <translation>“%1”既增加又减去</translation>
    </message>
    <message>
        <source>there is no situation “%1” on this axis</source>
        <translation>这一组情形中没有“%1”</translation>
    </message>
    <message>
        <source>no situation asks for “%1”</source>
        <translation>没有任何情形需要“%1”</translation>
    </message>
    <message>
        <source>choices belong to a field that is chosen from, and only there</source>
        <translation>选项只能用于选择类字段，选择类字段必须有选项</translation>
    </message>
    <message>
        <source>columns belong to a table, and only there</source>
        <translation>列只能用于表格字段，表格字段必须有列</translation>
    </message>
    <message>
        <source>only a number has a least and a greatest value</source>
        <translation>只有数字字段可以设最小值和最大值</translation>
    </message>
    <message>
        <source>%1 is less than the least value %2</source>
        <translation>%1 小于最小值 %2</translation>
    </message>
    <message>
        <source>only typed text has a greatest length</source>
        <translation>只有文本字段可以设最大长度</translation>
    </message>
    <message>
        <source>the key “%1” is used twice</source>
        <translation>字段标识“%1”重复</translation>
    </message>
    <message>
        <source>the counted steps take %1 days, the promise is %2</source>
        <translation>计入时限的环节共 %1 个工作日，与承诺时限 %2 个工作日不一致</translation>
    </message>
    <message>
        <source>%1 may be supplied within %2 days, but the promise of “%3” allows %4</source>
        <translation>“%1”可在 %2 个工作日内补交，但“%3”的承诺时限只允许 %4 个工作日，以较短者为准</translation>
    </message>
</context>
<context>
    <name>GuideReader</name>
    <message>
        <source>is larger than %1 KiB</source>
        <translation>文件大于 %1 KiB</translation>
    </message>
    <message>
        <source>is not strict JSON, at byte %1: %2</source>
        <translation>不是规范的 JSON，第 %1 字节处：%2</translation>
    </message>
    <message>
        <source>holds a text of more than %1 characters</source>
        <translation>有超过 %1 个字的文本</translation>
    </message>
    <message>
        <source>%1 is not in the calendar</source>
        <translation>%1 不是日历上的日期</translation>
    </message>
</context>
<context>
    <name>GuideSchema</name>
    <message>
        <source>“%1” is missing</source>
        <translation>缺少“%1”</translation>
    </message>
    <message>
        <source>“%1” is not known here</source>
        <translation>此处不应有“%1”</translation>
    </message>
    <message>
        <source>the kind of value is wrong</source>
        <translation>值的类型不对</translation>
    </message>
    <message>
        <source>is none of the allowed values</source>
        <translation>不在允许的取值之内</translation>
    </message>
    <message>
        <source>is not written as it must be</source>
        <translation>写法不符合规定格式</translation>
    </message>
    <message>
        <source>is longer than %1 characters</source>
        <translation>超过 %1 个字</translation>
    </message>
    <message>
        <source>is shorter than %1 characters</source>
        <translation>少于 %1 个字</translation>
    </message>
    <message>
        <source>has more than %1 members</source>
        <translation>多于 %1 项</translation>
    </message>
    <message>
        <source>has fewer than %1 members</source>
        <translation>少于 %1 项</translation>
    </message>
    <message>
        <source>is less than %1</source>
        <translation>小于 %1</translation>
    </message>
    <message>
        <source>is more than %1</source>
        <translation>大于 %1</translation>
    </message>
    <message>
        <source>holds the same member twice</source>
        <translation>有重复的项</translation>
    </message>
    <message>
        <source>does not have the form of a guide</source>
        <translation>不符合办事指南的格式</translation>
    </message>
</context>
<context>
    <name>Identifier</name>
    <message>
        <source>Nothing has been entered.</source>
        <translation>尚未填写。</translation>
    </message>
    <message>
        <source>This program does not know how to check this entry; look at it yourself.</source>
        <translation>本程序不认识这一项的校验规则，请自行核对。</translation>
    </message>
    <message>
        <source>An ID number has 18 characters; count them against the card.</source>
        <translation>身份证号码为 18 位，请对照证件清点位数。</translation>
    </message>
    <message>
        <source>This is an old 15-digit number, which is no longer valid; take the one on the present card.</source>
        <translation>这是已停用的 15 位旧号码，请按现行证件上的 18 位号码填写。</translation>
    </message>
    <message>
        <source>An ID number has digits only, and an X only in the last place.</source>
        <translation>身份证号码只能是数字，只有最后一位可以是 X。</translation>
    </message>
    <message>
        <source>No region has the first six digits; compare them with the card.</source>
        <translation>前六位不是任何地区的代码，请对照证件核对。</translation>
    </message>
    <message>
        <source>The date of birth, digits 7 to 14, does not exist; compare it with the card.</source>
        <translation>第 7 至 14 位的出生日期不存在，请对照证件核对。</translation>
    </message>
    <message>
        <source>The date of birth, digits 7 to 14, lies before 1900; compare it with the card.</source>
        <translation>第 7 至 14 位的出生日期早于 1900 年，请对照证件核对。</translation>
    </message>
    <message>
        <source>The date of birth, digits 7 to 14, lies in the future; compare it with the card.</source>
        <translation>第 7 至 14 位的出生日期晚于今天，请对照证件核对。</translation>
    </message>
    <message>
        <source>The last character does not fit the others; compare the whole number with the card.</source>
        <translation>最后一位与前面各位不符，请对照证件逐位核对整个号码。</translation>
    </message>
    <message>
        <source>A unified social credit code has 18 characters; count them against the licence.</source>
        <translation>统一社会信用代码为 18 位，请对照营业执照或登记证书清点位数。</translation>
    </message>
    <message>
        <source>This is an old 15-digit registration number; take the unified social credit code on the present licence.</source>
        <translation>这是 15 位的旧注册号，请按现行证照上的统一社会信用代码填写。</translation>
    </message>
    <message>
        <source>A unified social credit code has digits and capitals without I, O, S, V and Z; look for one misread as 1, 0, 5 or 2.</source>
        <translation>统一社会信用代码由数字和大写字母组成，不用 I、O、S、V、Z，请查看是否把 1、0、5、2 误认作字母。</translation>
    </message>
    <message>
        <source>No registering authority has the first character of this code; compare it with the licence.</source>
        <translation>第一位不是任何登记管理部门的代码，请对照证照核对。</translation>
    </message>
    <message>
        <source>Characters 3 to 8 of the code are no region; compare them with the licence.</source>
        <translation>第 3 至 8 位不是行政区划代码，请对照证照核对。</translation>
    </message>
    <message>
        <source>The last character does not fit the others; compare the whole code with the licence.</source>
        <translation>最后一位与前面各位不符，请对照证照逐位核对整个代码。</translation>
    </message>
    <message>
        <source>This is neither an ID number nor a unified social credit code; compare all 18 characters with the paper.</source>
        <translation>这既不是身份证号码，也不是统一社会信用代码，请对照证件逐位核对全部 18 位。</translation>
    </message>
    <message>
        <source>A plate has seven characters, one of a new-energy vehicle eight; count them.</source>
        <translation>车牌号为 7 位，新能源车为 8 位，请清点位数。</translation>
    </message>
    <message>
        <source>A plate begins with the character of a province; look at the first one.</source>
        <translation>车牌号以省份简称开头，请查看第一位。</translation>
    </message>
    <message>
        <source>After the province a plate has a capital other than I and O; look at the second character.</source>
        <translation>省份简称之后应为大写字母，不用 I 和 O，请查看第二位。</translation>
    </message>
    <message>
        <source>A plate has digits and capitals without I and O; look at the characters after the first two.</source>
        <translation>车牌号由数字和大写字母组成，不用 I 和 O，请查看前两位之后的各位。</translation>
    </message>
    <message>
        <source>A plate does not end like this; look at the last character.</source>
        <translation>车牌号不会这样结尾，请查看最后一位。</translation>
    </message>
    <message>
        <source>A plate of eight characters belongs to a new-energy vehicle, whose letter stands third or last; look at these places.</source>
        <translation>8 位车牌属于新能源车，其字母在第三位或最后一位，请查看这两处。</translation>
    </message>
    <message>
        <source>A vehicle identification number has 17 characters; count them.</source>
        <translation>车辆识别代号为 17 位，请清点位数。</translation>
    </message>
    <message>
        <source>A vehicle identification number has digits and capitals without I, O and Q; look for one misread as 1 or 0.</source>
        <translation>车辆识别代号由数字和大写字母组成，不用 I、O、Q，请查看是否把 1 或 0 误认作字母。</translation>
    </message>
    <message>
        <source>The ninth character does not fit the others, as on some imported and old vehicles; compare the number with the vehicle licence.</source>
        <translation>第九位与其他各位不符，部分进口车和老旧车会如此，请对照行驶证核对。</translation>
    </message>
    <message>
        <source>A mobile number has eleven digits; count them.</source>
        <translation>手机号码为 11 位数字，请清点位数。</translation>
    </message>
    <message>
        <source>A mobile number has digits only; look for another character.</source>
        <translation>手机号码只能是数字，请查看是否有其他字符。</translation>
    </message>
    <message>
        <source>A mobile number begins with 13 to 19; look at the first two digits.</source>
        <translation>手机号码以 13 至 19 开头，请查看前两位。</translation>
    </message>
    <message>
        <source>A division has a code of six digits; count them.</source>
        <translation>行政区划代码为 6 位数字，请清点位数。</translation>
    </message>
    <message>
        <source>No division has this code; choose it from the list.</source>
        <translation>没有这个行政区划代码，请从列表中选择。</translation>
    </message>
    <message>
        <source>This code of a division is no longer in use; choose the present one.</source>
        <translation>这个行政区划代码已停用，请选择现行的区划。</translation>
    </message>
    <message>
        <source>A road number is G, S, X, Y, C or Z with one to four digits, such as G312; look at the letter and the digits.</source>
        <translation>路线编号为 G、S、X、Y、C 或 Z 加一至四位数字，如 G312，请查看字母和数字。</translation>
    </message>
    <message>
        <source>A stake is K, kilometres, + and three digits of metres, such as K1567+200; look at the metres.</source>
        <translation>桩号为 K、公里数、+ 和三位米数，如 K1567+200，请查看米数部分。</translation>
    </message>
    <message>
        <source>A project code has 24 characters in groups of 4, 6, 2, 2 and 6 digits with hyphens between; count each group.</source>
        <translation>投资项目代码含连字符共 24 个字符，按 4、6、2、2、6 位数字分组，组间用连字符，请逐组清点。</translation>
    </message>
    <message>
        <source>A project code begins with a year from 2000 on; look at the first four digits.</source>
        <translation>投资项目代码以 2000 年以后的年份开头，请查看前四位。</translation>
    </message>
    <message>
        <source>One of the names is no province; choose the provinces from the list.</source>
        <translation>其中有一个名称不是省级行政区，请从列表中选择。</translation>
    </message>
    <message>
        <source>This is no e-mail address; look at the @ and the part after it.</source>
        <translation>这不是电子邮箱地址，请查看 @ 及其后面的部分。</translation>
    </message>
    <message>
        <source>A case number has a hall, a station, a date, a serial and a check character; compare it with the receipt.</source>
        <translation>办件编号由大厅、窗口、日期、流水号和校验位组成，请对照回执核对。</translation>
    </message>
    <message>
        <source>The date in the case number does not exist; compare it with the receipt.</source>
        <translation>办件编号中的日期不存在，请对照回执核对。</translation>
    </message>
    <message>
        <source>The serial in the case number is not written like this; compare it with the receipt.</source>
        <translation>办件编号中的流水号不是这样写的，请对照回执核对。</translation>
    </message>
    <message>
        <source>The last character does not fit the others; compare the whole case number with the receipt.</source>
        <translation>最后一位与前面各位不符，请对照回执逐位核对整个办件编号。</translation>
    </message>
</context>
<context>
    <name>KindWord</name>
    <message>
        <source>Guide published</source>
        <translation>发布指南</translation>
    </message>
    <message>
        <source>Person changed</source>
        <translation>人员变更</translation>
    </message>
    <message>
        <source>Authority changed</source>
        <translation>授权变更</translation>
    </message>
    <message>
        <source>Calendar changed</source>
        <translation>日历更新</translation>
    </message>
    <message>
        <source>Window changed</source>
        <translation>窗口变更</translation>
    </message>
    <message>
        <source>Device enrolled</source>
        <translation>设备登记</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>锁屏</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Number shown</source>
        <translation>显示完整号码</translation>
    </message>
    <message>
        <source>Case opened</source>
        <translation>调阅办件</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Printed again</source>
        <translation>补打</translation>
    </message>
    <message>
        <source>Clock confirmed</source>
        <translation>核对时间</translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收件</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Told once what is missing</source>
        <translation>一次性告知</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>No permit needed</source>
        <translation>不需许可</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>收件转办</translation>
    </message>
    <message>
        <source>Advice given</source>
        <translation>咨询引导</translation>
    </message>
    <message>
        <source>Corrected on the spot</source>
        <translation>当场更正</translation>
    </message>
    <message>
        <source>Supplemented</source>
        <translation>补正</translation>
    </message>
    <message>
        <source>Promised material received</source>
        <translation>收到容缺材料</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Terminated</source>
        <translation>终止</translation>
    </message>
    <message>
        <source>Under review</source>
        <translation>审查</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>准予</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>不予许可</translation>
    </message>
    <message>
        <source>Limit extended</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>Clock paused</source>
        <translation>特别程序，暂停计时</translation>
    </message>
    <message>
        <source>Clock runs again</source>
        <translation>恢复计时</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>出件</translation>
    </message>
    <message>
        <source>Paper made</source>
        <translation>生成文书</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Service rated</source>
        <translation>好差评</translation>
    </message>
    <message>
        <source>Promise signed</source>
        <translation>签署容缺承诺</translation>
    </message>
    <message>
        <source>Task given</source>
        <translation>交办</translation>
    </message>
    <message>
        <source>Conflict settled</source>
        <translation>处理冲突</translation>
    </message>
    <message>
        <source>Deemed accepted</source>
        <translation>视为受理</translation>
    </message>
    <message>
        <source>Lapsed</source>
        <translation>逾期未补</translation>
    </message>
    <message>
        <source>Content deleted in time</source>
        <translation>内容到期清除</translation>
    </message>
    <message>
        <source>Act of a newer version (%1)</source>
        <translation>新版程序的记录（%1）</translation>
    </message>
</context>
<context>
    <name>PaperRequest</name>
    <message>
        <source>“%1” is to be handed in later, on %2 at the latest.</source>
        <translation>“%1”可容缺，请最迟于 %2 补交。</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>收费</translation>
    </message>
    <message>
        <source>No charge</source>
        <translation>不收费</translation>
    </message>
</context>
<context>
    <name>PaperWord</name>
    <message>
        <source>Notice of acceptance</source>
        <translation>受理通知书</translation>
    </message>
    <message>
        <source>Notice of what is missing</source>
        <translation>一次性告知书</translation>
    </message>
    <message>
        <source>Notice of non-acceptance</source>
        <translation>不予受理通知书</translation>
    </message>
    <message>
        <source>Notice that no permit is needed</source>
        <translation>不需许可通知书</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>文书</translation>
    </message>
</context>
<context>
    <name>Password</name>
    <message>
        <source>The password needs at least 8 characters.</source>
        <translation>密码至少 8 个字符。</translation>
    </message>
    <message>
        <source>The password may have at most 128 characters.</source>
        <translation>密码最多 128 个字符。</translation>
    </message>
    <message>
        <source>The password must not contain your name or sign-in name.</source>
        <translation>密码中不能含有姓名或登录名。</translation>
    </message>
    <message>
        <source>The password is a row of neighbouring keys or repeats the same characters.</source>
        <translation>密码是相邻按键或重复字符，太容易猜到。</translation>
    </message>
    <message>
        <source>This password is among those everybody tries first.</source>
        <translation>这个密码太常见，最先被人猜到，请换一个。</translation>
    </message>
</context>
<context>
    <name>Preflight</name>
    <message>
        <source>Service guide %1, version %2</source>
        <translation>办事指南 %1 第 %2 版</translation>
    </message>
    <message>
        <source>%1 is decided at %2 level, not by this window.</source>
        <translation>“%1”由%2机关办理，不属于本机关职权范围。</translation>
    </message>
    <message>
        <source>Please apply to: %1.</source>
        <translation>请到%1申请。</translation>
    </message>
    <message>
        <source>Only natural persons can apply for this item.</source>
        <translation>此事项只能由个人申请。</translation>
    </message>
    <message>
        <source>Only organisations can apply for this item.</source>
        <translation>此事项只能由单位申请。</translation>
    </message>
    <message>
        <source>“%1” is not filled in.</source>
        <translation>“%1”没有填写。</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>“%1”：%2</translation>
    </message>
    <message>
        <source>Issued by %1.</source>
        <translation>由%1出具。</translation>
    </message>
    <message>
        <source>“%1” cannot be used as it is.</source>
        <translation>“%1”不合格。</translation>
    </message>
    <message>
        <source>“%1” cannot be used: %2</source>
        <translation>“%1”不合格：%2</translation>
    </message>
    <message>
        <source>“%1” is missing.</source>
        <translation>缺“%1”。</translation>
    </message>
    <message>
        <source>“%1”: please answer whether this applies: %2</source>
        <translation>“%1”是否要交，请先确认：%2。</translation>
    </message>
    <message>
        <source> It may follow within %1 working day(s).</source>
        <translation>可容缺，%1 个工作日内补交。</translation>
    </message>
    <message>
        <source>The same applicant has an open case of this item: %1, received on %2.</source>
        <translation>同一申请人的同一事项还有在办件：%1，%2 收件。</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>Window clerk</source>
        <translation>窗口人员</translation>
    </message>
    <message>
        <source>Chief representative</source>
        <translation>首席代表</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>审批人员</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>监察</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>中心</translation>
    </message>
</context>
<context>
    <name>StateWord</name>
    <message>
        <source>Accepted, papers follow</source>
        <translation>容缺受理</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已收件</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>To be supplemented</source>
        <translation>待补正</translation>
    </message>
    <message>
        <source>Supplemented</source>
        <translation>已补正</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>No permit needed</source>
        <translation>不需许可</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>已转办</translation>
    </message>
    <message>
        <source>Under review</source>
        <translation>审查中</translation>
    </message>
    <message>
        <source>Special procedure</source>
        <translation>特别程序</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>准予</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>不予许可</translation>
    </message>
    <message>
        <source>Ready to issue</source>
        <translation>待出件</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>已出件</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Terminated</source>
        <translation>已终止</translation>
    </message>
    <message>
        <source>Lapsed</source>
        <translation>逾期未补</translation>
    </message>
    <message>
        <source>Not for this window</source>
        <translation>不归本窗</translation>
    </message>
    <message>
        <source>Correct now</source>
        <translation>当场改</translation>
    </message>
    <message>
        <source>To be supplied</source>
        <translation>需补正</translation>
    </message>
    <message>
        <source>May follow later</source>
        <translation>可容缺</translation>
    </message>
    <message>
        <source>May be refused</source>
        <translation>可能不予许可</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>已核</translation>
    </message>
    <message>
        <source>Scanned, to be checked</source>
        <translation>已扫，待核</translation>
    </message>
    <message>
        <source>Follows later</source>
        <translation>容缺</translation>
    </message>
    <message>
        <source>Unfit</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺</translation>
    </message>
    <message>
        <source>Not needed here</source>
        <translation>本情形不需</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>待同步</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>上传中</translation>
    </message>
    <message>
        <source>In sync</source>
        <translation>已同步</translation>
    </message>
    <message>
        <source>Waiting for materials</source>
        <translation>等材料</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Returned by the centre</source>
        <translation>中心退回</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Yellow light</source>
        <translation>黄灯</translation>
    </message>
    <message>
        <source>Red light</source>
        <translation>红灯</translation>
    </message>
    <message>
        <source>Clock paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>暂存</translation>
    </message>
    <message>
        <source>Checked when online</source>
        <translation>待联网</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
</context>
<context>
    <name>ow::ui::ActionPane</name>
    <message>
        <source>Other answers</source>
        <translation>其他答复</translation>
    </message>
    <message>
        <source>One-time notice</source>
        <translation>一次性告知</translation>
    </message>
    <message>
        <source>Do not accept…</source>
        <translation>不予受理…</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>暂存</translation>
    </message>
    <message>
        <source>Reason of the decline; Esc: back</source>
        <translation>不予受理的理由，Esc 返回</translation>
    </message>
    <message>
        <source>Reason of the decline</source>
        <translation>不予受理的理由</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Accept, papers follow</source>
        <translation>容缺受理</translation>
    </message>
    <message>
        <source>Do not accept</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>No permit needed</source>
        <translation>不需许可</translation>
    </message>
    <message>
        <source>Writing it into the ledger…</source>
        <translation>正在记入台账…</translation>
    </message>
    <message>
        <source>Files are still being taken in.</source>
        <translation>文件还在收进，请稍候。</translation>
    </message>
    <message>
        <source>Complete; it can be accepted.</source>
        <translation>可以受理。</translation>
    </message>
    <message numerus="yes">
        <source>It can be accepted now; %n paper(s) may follow.</source>
        <translation>
            <numerusform>可容缺受理，%n 项后补。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) missing. Accepted once they are here, else one notice says all.</source>
        <translation>
            <numerusform>还差 %n 项。补上即可受理，否则一次告知。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::Banner</name>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>ow::ui::CaseBar</name>
    <message>
        <source>Guide and situation</source>
        <translation>指南与情形</translation>
    </message>
    <message>
        <source>%1 working days</source>
        <translation>%1 个工作日</translation>
    </message>
    <message>
        <source>(calendar to be updated)</source>
        <translation>（待日历更新）</translation>
    </message>
    <message>
        <source>One-time notice no later than</source>
        <translation>一次性告知不晚于</translation>
    </message>
    <message>
        <source>Promised after acceptance</source>
        <translation>受理后承诺办结</translation>
    </message>
    <message>
        <source>on the spot</source>
        <translation>当场办结</translation>
    </message>
    <message>
        <source>Statutory</source>
        <translation>法定办结</translation>
    </message>
    <message>
        <source>On-the-spot item</source>
        <translation>即办件</translation>
    </message>
    <message>
        <source>Timed item</source>
        <translation>承诺件</translation>
    </message>
    <message>
        <source>guide version %1</source>
        <translation>指南第 %1 版</translation>
    </message>
</context>
<context>
    <name>ow::ui::CaseDetailPane</name>
    <message>
        <source>%1 entries conflict; a person has to decide</source>
        <translation>%1 条记录冲突，需人工处理</translation>
    </message>
    <message>
        <source>Flagged by the centre</source>
        <translation>中心有标记</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>办件详情</translation>
    </message>
    <message>
        <source>Choose a case to see it here.</source>
        <translation>选一件，详情显示在这里。</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>办理经过</translation>
    </message>
    <message>
        <source>Open the paper</source>
        <translation>打开文书</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation>%1 条</translation>
    </message>
    <message>
        <source>guide version %1</source>
        <translation>指南第 %1 版</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 paper(s)</source>
        <translation>%1 份</translation>
    </message>
    <message>
        <source>to be printed</source>
        <translation>待打印</translation>
    </message>
    <message>
        <source>Fetching the paper…</source>
        <translation>正在取文书…</translation>
    </message>
    <message>
        <source>No paper was given yet.</source>
        <translation>还没有出具文书。</translation>
    </message>
</context>
<context>
    <name>ow::ui::CaseListModel</name>
    <message>
        <source>Case number</source>
        <translation>办件编号</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Next date</source>
        <translation>下一期限</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
</context>
<context>
    <name>ow::ui::CaseListPane</name>
    <message>
        <source>Cases</source>
        <translation>办件列表</translation>
    </message>
    <message>
        <source>move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>look</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>%1 case(s) fit</source>
        <translation>%1 件符合</translation>
    </message>
    <message>
        <source>%1 case(s) fit, %2 more under All</source>
        <translation>%1 件符合，“全部”里另有 %2 件</translation>
    </message>
    <message>
        <source>The first %1 cases; filter to find others</source>
        <translation>只列前 %1 件，其余请筛选</translation>
    </message>
    <message>
        <source>%1 case(s), the next date first</source>
        <translation>%1 件，期限近的在前</translation>
    </message>
    <message>
        <source>%1 case(s), the newest first</source>
        <translation>%1 件，新收的在前</translation>
    </message>
    <message>
        <source>No case in this list fits. %1 case(s) under All do.</source>
        <translation>这里没有符合的办件，“全部”里有 %1 件。</translation>
    </message>
    <message>
        <source>No case fits. Esc empties the filter.</source>
        <translation>没有符合的办件。按 Esc 清空筛选。</translation>
    </message>
    <message>
        <source>No case was received today.</source>
        <translation>今天还没有收件。</translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation>没有在办件。</translation>
    </message>
    <message>
        <source>No case waits for materials.</source>
        <translation>没有待补正的办件。</translation>
    </message>
    <message>
        <source>No case yet. The first one received will stand here.</source>
        <translation>还没有办件。收下第一件后列在这里。</translation>
    </message>
</context>
<context>
    <name>ow::ui::CasesPage</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>To be supplemented</source>
        <translation>待补正</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>Which cases</source>
        <translation>办件范围</translation>
    </message>
    <message>
        <source>Number or name</source>
        <translation>编号或姓名</translation>
    </message>
    <message>
        <source>Filter by number or name</source>
        <translation>按编号或姓名筛选</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>筛选列表</translation>
    </message>
    <message>
        <source>Previous and next case</source>
        <translation>上一件、下一件</translation>
    </message>
    <message>
        <source>Look at the case</source>
        <translation>查看办件</translation>
    </message>
    <message>
        <source>Print the open paper</source>
        <translation>打印这份文书</translation>
    </message>
</context>
<context>
    <name>ow::ui::ChoiceInput</name>
    <message>
        <source>Choose (1–%1)</source>
        <translation>请选（1–%1）</translation>
    </message>
</context>
<context>
    <name>ow::ui::DateInput</name>
    <message>
        <source>YYYYMMDD</source>
        <translation>如 20261203</translation>
    </message>
</context>
<context>
    <name>ow::ui::DivisionInput</name>
    <message>
        <source>Name or six digits</source>
        <translation>名称或六位代码</translation>
    </message>
</context>
<context>
    <name>ow::ui::EmptyDesk</name>
    <message>
        <source>Begin with an item</source>
        <translation>从事项开始</translation>
    </message>
    <message>
        <source>Usual items</source>
        <translation>常办事项</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>暂存</translation>
    </message>
    <message>
        <source>Neither a power cut nor the lock loses them.</source>
        <translation>断电、锁屏都不会丢。</translation>
    </message>
    <message numerus="yes">
        <source>on this device only, %n</source>
        <translation>
            <numerusform>只在本机，%n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Other ways to begin</source>
        <translation>也可以这样开始</translation>
    </message>
    <message>
        <source>Find an item by name, alias or pinyin</source>
        <translation>按名称、别名、拼音找事项</translation>
    </message>
    <message>
        <source>The last four of a case number</source>
        <translation>输入办件编号末四位</translation>
    </message>
</context>
<context>
    <name>ow::ui::EnrolForm</name>
    <message>
        <source>Address of the centre</source>
        <translation>中心地址</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>一次性登记码</translation>
    </message>
    <message>
        <source>Enrol this device</source>
        <translation>登记本机</translation>
    </message>
    <message>
        <source>Begin training</source>
        <translation>开始演练</translation>
    </message>
    <message>
        <source>Only to learn</source>
        <translation>只想练习</translation>
    </message>
    <message>
        <source>This device takes real cases only after the centre has given it a window number. The administrator has the address and a code that works once.</source>
        <translation>本机要先向中心登记、取得窗口号，才能正式收件。地址和一次性登记码请向管理员要。</translation>
    </message>
    <message>
        <source>In training everything works, numbers begin with YL, and nothing leaves this device.</source>
        <translation>演练中功能齐全，编号以 YL 开头，内容不离开本机。</translation>
    </message>
    <message>
        <source>Enrolling…</source>
        <translation>正在登记…</translation>
    </message>
    <message>
        <source>Type the address the administrator gave you.</source>
        <translation>请输入管理员给的地址。</translation>
    </message>
    <message>
        <source>Type the code.</source>
        <translation>请输入登记码。</translation>
    </message>
</context>
<context>
    <name>ow::ui::FindingPane</name>
    <message>
        <source>What stands in the way</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>To the field</source>
        <translation>看字段</translation>
    </message>
    <message>
        <source>To the material</source>
        <translation>看材料</translation>
    </message>
    <message numerus="yes">
        <source>%n required field(s) empty.</source>
        <translation>
            <numerusform>还有 %n 个必填项没有填。</numerusform>
        </translation>
    </message>
    <message>
        <source>Every check passed.</source>
        <translation>检查全部通过。</translation>
    </message>
    <message>
        <source>Fields, materials, authority, open cases.</source>
        <translation>填写、材料、管辖、重复件。</translation>
    </message>
    <message>
        <source>To the question</source>
        <translation>去确认</translation>
    </message>
</context>
<context>
    <name>ow::ui::FormField</name>
    <message>
        <source>(optional)</source>
        <translation>（选填）</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>为什么：%1</translation>
    </message>
</context>
<context>
    <name>ow::ui::FormPane</name>
    <message>
        <source>Please fill this in.</source>
        <translation>请填写。</translation>
    </message>
    <message>
        <source>Applicant and form</source>
        <translation>申请人与申请表</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Agent and contact</source>
        <translation>经办人与联系方式</translation>
    </message>
    <message>
        <source>What is applied for</source>
        <translation>申请内容</translation>
    </message>
    <message>
        <source>Delivery of the result</source>
        <translation>结果送达</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1（%2–%3 项）</translation>
    </message>
    <message numerus="yes">
        <source>%n required field(s) empty</source>
        <translation>
            <numerusform>还有 %n 项必填</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything required is filled in</source>
        <translation>必填已齐</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>手填</translation>
    </message>
</context>
<context>
    <name>ow::ui::Gate</name>
    <message>
        <source>This machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Not a window of a hall yet</source>
        <translation>还没有登记到大厅窗口</translation>
    </message>
    <message>
        <source>Workday · received today, five working days end on %1</source>
        <translation>工作日·今天收件，五个工作日至 %1</translation>
    </message>
    <message>
        <source>Not a workday · received today, five working days end on %1</source>
        <translation>非工作日·今天收件，五个工作日至 %1</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Hall</source>
        <translation>大厅</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation>%1 条</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Nothing here is real, nothing is sent</source>
        <translation>都不是真件，内容不上传</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>待同步</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Nothing can be written; call the administrator</source>
        <translation>不能办件，请找管理员</translation>
    </message>
    <message>
        <source>Version %1 · %2 items · calendar up to %3</source>
        <translation>版本 %1·%2 个事项·日历到 %3 年</translation>
    </message>
    <message>
        <source> %1 minute(s) to wait.</source>
        <translation>还要等 %1 分钟。</translation>
    </message>
</context>
<context>
    <name>ow::ui::IntakePage</name>
    <message>
        <source>Intake</source>
        <translation>收件</translation>
    </message>
    <message>
        <source>Draft saved %1</source>
        <translation>草稿已存 %1</translation>
    </message>
    <message>
        <source>Applicant and form</source>
        <translation>申请人与申请表</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Put aside, next applicant</source>
        <translation>暂存，换下一位</translation>
    </message>
    <message>
        <source>Next region</source>
        <translation>下一区</translation>
    </message>
    <message>
        <source>Previous region</source>
        <translation>上一区</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>下一条检查结果</translation>
    </message>
    <message>
        <source>Previous finding</source>
        <translation>上一条检查结果</translation>
    </message>
    <message>
        <source>File for the current material</source>
        <translation>给当前材料加文件</translation>
    </message>
    <message>
        <source>Accept, or go to what stands in the way</source>
        <translation>受理，不能受理时去第一处</translation>
    </message>
    <message>
        <source>Paste into the current material</source>
        <translation>粘贴到当前材料</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Material is here</source>
        <translation>材料已收</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Remove the material's last file</source>
        <translation>去掉材料的末一个文件</translation>
    </message>
    <message>
        <source>Choose a situation or an option</source>
        <translation>选情形、选项</translation>
    </message>
    <message>
        <source>Whom is the answer for? Please enter the applicant's name first.</source>
        <translation>答复写给谁？请先填申请人的名称。</translation>
    </message>
    <message>
        <source>The time is right, go on</source>
        <translation>时间无误，继续</translation>
    </message>
</context>
<context>
    <name>ow::ui::KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>按键表</translation>
    </message>
    <message>
        <source>On the page %1</source>
        <translation>在“%1”页</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>到处可用</translation>
    </message>
</context>
<context>
    <name>ow::ui::MainWindow</name>
    <message>
        <source>OneWindow</source>
        <translation>陇运一窗</translation>
    </message>
    <message>
        <source>What the keys do</source>
        <translation>按键表</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Larger type</source>
        <translation>字放大</translation>
    </message>
    <message>
        <source>Smaller type</source>
        <translation>字缩小</translation>
    </message>
    <message>
        <source>Normal type</source>
        <translation>字号 100%</translation>
    </message>
    <message>
        <source>Next empty required field</source>
        <translation>下一个空着的必填项</translation>
    </message>
    <message>
        <source>Back; nothing is lost</source>
        <translation>返回，不丢内容</translation>
    </message>
    <message>
        <source>Training, nothing enters the ledger</source>
        <translation>演练，不进台账</translation>
    </message>
    <message>
        <source>Pages at the left</source>
        <translation>左栏页面</translation>
    </message>
    <message>
        <source>The primary action of the page</source>
        <translation>本页主操作</translation>
    </message>
</context>
<context>
    <name>ow::ui::MaterialList</name>
    <message>
        <source>Scan</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>or drop files here</source>
        <translation>或拖入文件</translation>
    </message>
</context>
<context>
    <name>ow::ui::MaterialPane</name>
    <message>
        <source>Materials</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>已收</translation>
    </message>
    <message>
        <source>Cannot be used…</source>
        <translation>不合格…</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>加文件…</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Why it cannot be used; the notice will say it</source>
        <translation>不合格的原因，会写进告知书</translation>
    </message>
    <message>
        <source>Why the material cannot be used</source>
        <translation>材料不合格的原因</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>taking files in…</source>
        <translation>正在收进文件…</translation>
    </message>
    <message>
        <source>%1 of %2 here</source>
        <translation>已齐 %1 / 应交 %2</translation>
    </message>
    <message>
        <source>Files for this material</source>
        <translation>选这份材料的文件</translation>
    </message>
    <message>
        <source>Pasted picture.png</source>
        <translation>粘贴的图片.png</translation>
    </message>
    <message>
        <source>The clipboard holds no picture and no file.</source>
        <translation>剪贴板里没有图片和文件。</translation>
    </message>
    <message>
        <source>%1 original(s)</source>
        <translation>原件 %1</translation>
    </message>
    <message>
        <source>%1 copy(ies)</source>
        <translation>复印件 %1</translation>
    </message>
    <message>
        <source>%1 page(s)</source>
        <translation>%1 页</translation>
    </message>
    <message>
        <source>may follow in %1 working days</source>
        <translation>可容缺 %1 个工作日</translation>
    </message>
    <message>
        <source>cannot follow later</source>
        <translation>不可容缺</translation>
    </message>
    <message>
        <source>Please answer</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>not taken in</source>
        <translation>未收进</translation>
    </message>
    <message>
        <source>Papers (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)</source>
        <translation>文件和图片 (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)</translation>
    </message>
</context>
<context>
    <name>ow::ui::PaperPages</name>
    <message>
        <source>Pages of the paper</source>
        <translation>文书页面</translation>
    </message>
</context>
<context>
    <name>ow::ui::PaperView</name>
    <message>
        <source>Paper</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 page(s), %2 %</source>
        <translation>%1 页，%2%</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>正在打印…</translation>
    </message>
    <message>
        <source>%1 was sent to %2, %3 page(s)</source>
        <translation>%1 已送打印机 %2，%3 页</translation>
    </message>
</context>
<context>
    <name>ow::ui::PasswordEdit</name>
    <message>
        <source>Show the password</source>
        <translation>显示密码</translation>
    </message>
</context>
<context>
    <name>ow::ui::PersonList</name>
    <message>
        <source>Who are you?</source>
        <translation>选择人员</translation>
    </message>
</context>
<context>
    <name>ow::ui::Rail</name>
    <message>
        <source>Keys F1</source>
        <translation>按键 F1</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>ow::ui::RailButton</name>
    <message numerus="yes">
        <source>%n to decide</source>
        <extracomment>Read by a screen reader at a page in the rail.</extracomment>
        <translation>
            <numerusform>%n 项要您决定</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::RegionBar</name>
    <message>
        <source>Guide</source>
        <translation>指南</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>申请表</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Form, %1 open</source>
        <translation>申请表，差 %1 项</translation>
    </message>
    <message>
        <source>Materials, %1 missing</source>
        <translation>材料，缺 %1</translation>
    </message>
    <message>
        <source>Promised %1  by law %2</source>
        <translation>承诺 %1　法定 %2</translation>
    </message>
</context>
<context>
    <name>ow::ui::SearchBox</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Item, case number, ID number, barcode</source>
        <translation>事项、办件编号、证件号、条码</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>take in</source>
        <translation>开始收件</translation>
    </message>
    <message>
        <source>only the guide</source>
        <translation>只看指南</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Empty the search</source>
        <translation>清空</translation>
    </message>
</context>
<context>
    <name>ow::ui::SearchBridge</name>
    <message>
        <source>By code</source>
        <translation>按事项代码</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>By pinyin %1</source>
        <translation>按拼音 %1</translation>
    </message>
    <message>
        <source>By initials %1</source>
        <translation>按拼音首字母 %1</translation>
    </message>
    <message>
        <source>Close to %1</source>
        <translation>近似 %1</translation>
    </message>
    <message>
        <source>Accepted here</source>
        <translation>本窗受理</translation>
    </message>
    <message>
        <source>Received and passed on</source>
        <translation>收件转办</translation>
    </message>
    <message>
        <source>Advice only</source>
        <translation>只作咨询</translation>
    </message>
    <message>
        <source>promised %1 working days</source>
        <translation>承诺 %1 个工作日</translation>
    </message>
    <message>
        <source>on the spot</source>
        <translation>当场办结</translation>
    </message>
    <message>
        <source>also called %1</source>
        <translation>又名“%1”</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>begin or open</source>
        <translation>收件或打开</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>By case number, %1 found</source>
        <translation>按办件编号查找，%1 条</translation>
    </message>
    <message>
        <source>By identifier, %1 found</source>
        <translation>按证件号查找，%1 条</translation>
    </message>
    <message>
        <source>By telephone, %1 found</source>
        <translation>按电话查找，%1 条</translation>
    </message>
    <message>
        <source>Items and names, %1 found</source>
        <translation>事项和姓名，%1 条</translation>
    </message>
    <message>
        <source>Items, %1 found</source>
        <translation>事项，%1 条</translation>
    </message>
</context>
<context>
    <name>ow::ui::SearchPopup</name>
    <message>
        <source>Results</source>
        <translation>搜索结果</translation>
    </message>
</context>
<context>
    <name>ow::ui::SectionHeader</name>
    <message>
        <source>open</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>已折起</translation>
    </message>
</context>
<context>
    <name>ow::ui::Shell</name>
    <message>
        <source>Accepted</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>Notice given</source>
        <translation>已一次性告知</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>No permit needed</source>
        <translation>不需许可</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>已记入台账</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>Paper %1</source>
        <translation>文书 %1</translation>
    </message>
    <message>
        <source>Paper %1 is still to be printed</source>
        <translation>文书 %1 待打印</translation>
    </message>
    <message>
        <source>%1: %2 · %3</source>
        <translation>%1：%2·%3</translation>
    </message>
    <message>
        <source>Open paper</source>
        <translation>打开文书</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>暂存</translation>
    </message>
</context>
<context>
    <name>ow::ui::SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>OneWindow</source>
        <translation>陇运一窗</translation>
    </message>
    <message>
        <source>Work number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Caps lock is on.</source>
        <translation>大写锁定已开。</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Set this device up</source>
        <translation>首次启动</translation>
    </message>
    <message>
        <source>Somebody else…</source>
        <translation>其他人员…</translation>
    </message>
    <message>
        <source>work number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Type %1</source>
        <translation>字号 %1</translation>
    </message>
    <message>
        <source>Too many wrong passwords. Locked until %1; the administrator can reset it.</source>
        <translation>密码错误次数太多，%1 前不能登录；管理员可以重置。</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>Type your work number.</source>
        <translation>请输入工号。</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>请输入密码。</translation>
    </message>
    <message>
        <source>Training on or off</source>
        <translation>切换演练</translation>
    </message>
</context>
<context>
    <name>ow::ui::SituationPane</name>
    <message>
        <source>by law %1 d</source>
        <translation>法定 %1 日</translation>
    </message>
    <message>
        <source>Guide and situation</source>
        <translation>指南与情形</translation>
    </message>
    <message>
        <source>check against the form</source>
        <translation>按申请表核对</translation>
    </message>
    <message>
        <source>%1: does this apply? %2</source>
        <translation>%1：是否属于“%2”？</translation>
    </message>
    <message>
        <source>1 Yes</source>
        <translation>1 是</translation>
    </message>
    <message>
        <source>2 No</source>
        <translation>2 否</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>受理条件</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>办理</translation>
    </message>
    <message>
        <source>Department: %1</source>
        <translation>牵头：%1</translation>
    </message>
    <message>
        <source>Result: %1</source>
        <translation>结果：%1</translation>
    </message>
    <message>
        <source>Fee: %1</source>
        <translation>收费：%1</translation>
    </message>
    <message>
        <source>No fee</source>
        <translation>不收费</translation>
    </message>
    <message>
        <source>Visits: %1</source>
        <translation>到场次数：%1</translation>
    </message>
</context>
<context>
    <name>ow::ui::StatusStrip</name>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>ow::ui::Strip</name>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Network fine</source>
        <translation>网络正常</translation>
    </message>
    <message>
        <source>Offline, work goes on</source>
        <translation>离线，照常办理</translation>
    </message>
    <message>
        <source>Refused by the centre</source>
        <translation>中心拒绝连接</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待同步</translation>
    </message>
    <message>
        <source> · oldest %1 min</source>
        <translation>·最久 %1 分钟</translation>
    </message>
    <message>
        <source>Received here today</source>
        <translation>本窗今日收件</translation>
    </message>
</context>
<context>
    <name>ow::ui::TableInput</name>
    <message>
        <source>Add a row</source>
        <translation>加一行</translation>
    </message>
    <message>
        <source>Remove the row</source>
        <translation>删这一行</translation>
    </message>
</context>
<context>
    <name>ow::ui::TopBar</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>ow::ui::YesNoInput</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
</context>
</TS>
