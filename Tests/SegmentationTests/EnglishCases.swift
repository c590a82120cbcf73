/// Hard cases of English, decided by hand. `¦` is where a sentence starts.
enum EnglishCases {
  static let abbreviations = titles + connectives + firms + places
  static let numbers = times + figures
  static let quotations = speech + brackets
  static let marks = endMarks + addresses + lines

  private static let titles: [String] = [
    "We met Dr. Hale at the pier. ¦She was late.",
    "Mr. and Mrs. Odell moved out. ¦The house is empty.",
    "Ask Prof. Lund. ¦He knows the way.",
    "Gov. Reyes signed the bill. ¦It takes effect in May.",
    "Rep. Dana Holt and Sen. Iris Moe disagreed.",
    "The letter came from Lt. Col. Parks. ¦Nobody opened it.",
    "St. Alban's bells rang. ¦We listened.",
    "Capt. Wills saw land. ¦The crew cheered.",
    "J. K. Mora wrote it. ¦I read it twice.",
    "It was painted by R. Sand. ¦It hangs upstairs.",
    "Harold B. Finch retired. ¦His son took over.",
    "My brother and I. ¦That was all of us.",
    "Try vitamin C. ¦It may help.",
    "We took Plan B. ¦It failed as well.",
    "Sam Ortiz Jr. won again. ¦He was surprised.",
    "The winner was Sam Ortiz Jr. ¦He was surprised.",
    "She holds a Ph.D. in botany. ¦He does not.",
    "She holds a Ph.D. ¦He does not.",
    "Henry VIII. ¦That was his name.",
    "Rev. Amos Pike spoke first. ¦The hall was cold.",
    "The Hon. Judith Marsh presided. ¦No one objected.",
  ]

  private static let connectives: [String] = [
    "Some birds, e.g. Finches, stay. ¦Others leave.",
    "Bring the kit, i.e. Everything in the box.",
    "It was Hale vs. Odell again. ¦Hale won.",
    "Bring pens, paper, etc. ¦We start at nine.",
    "Bring pens, paper, etc. to the desk. ¦Sit down.",
    "Lund et al. found moss on Mars. ¦No one believed them.",
    "P.S. The parcel came. ¦Thank you!",
    "He lost approx. Ten pounds of flour.",
    "The dept. Chair resigned. ¦A new one was named.",
    "See cf. Appendix and notes. ¦They are short.",
    "It weighs 12 oz. ¦That is light.",
    "Wait a min. ¦Peter is coming.",
    "It took 45 min. ¦They were tired.",
    "Hold on a sec. ¦Carla has it.",
  ]

  private static let firms: [String] = [
    "Bolt Inc. shares fell. ¦Traders shrugged.",
    "He works for Bolt Inc. ¦It makes screws.",
    "Pike & Co. Limited closed its doors.",
    "They sold it to Pike & Co. ¦The price was low.",
    "Ferris Ltd. of Leeds makes rope. ¦It is strong.",
    "Acme Corp. Chairman Wu quit. ¦The board met.",
    "Warner Bros. Pictures made it. ¦It flopped.",
    "The Odell Bros. ¦They sell hats.",
  ]

  private static let places: [String] = [
    "The U.S. Army moved in. ¦It left a week later.",
    "He moved to the U.S. ¦She stayed.",
    "The U.K. and the U.S. signed. ¦Others waited.",
    "U.S. officials said nothing. ¦Nobody asked.",
    "They live in Washington, D.C. ¦It is humid.",
    "We drove to Portland, Ore. ¦There was no snow.",
    "He died in Tampa, Fla. and was buried there.",
    "The fire started on Elm Ave. ¦It spread fast.",
    "Turn onto Elm St. and stop. ¦Wait there.",
    "We climbed Mt. Hood in June. ¦It was clear.",
    "The boat left Ft. Meyer at dawn.",
    "The E.U. Commission met. ¦It decided nothing.",
    "That is a matter for the U.N. ¦It will not act.",
    "It was founded in 40 B.C. ¦It fell soon after.",
  ]

  private static let times: [String] = [
    "We left at 6 a.m. ¦The roads were empty.",
    "We left at 6 a.m. on Monday. ¦The roads were empty.",
    "At 6 p.m. Carla called. ¦I was asleep.",
    "On Jan. 5 it snowed. ¦The school closed.",
    "It snowed in Jan. ¦We stayed in.",
    "The deal was struck on Oct. 31, 2011. ¦It fell apart in weeks.",
    "She came on Tues. ¦He came later.",
    "It opens at 9.30 and closes at noon. ¦Come early.",
    "By 1999. ¦That was the plan.",
    "It was built in 1874. ¦Nobody remembers by whom.",
  ]

  private static let figures: [String] = [
    "Turn to p. 12. ¦Read it aloud.",
    "See pp. 12 and 14. ¦They differ.",
    "It is No. 5 on the list. ¦The rest are worse.",
    "No. ¦That is wrong.",
    "He said no. ¦Then he left.",
    "Fig. 3 shows the tower. ¦It leans.",
    "See Fig. 3. ¦It leans.",
    "Vol. 2 is lost. ¦Vol. 3 survived.",
    "The fee is $4.50. ¦Pay at the desk.",
    "It grew by 0.3 percent. ¦That is little.",
    "We counted 500. ¦12 were broken.",
    "It came in at No. 1. ¦No one was surprised.",
    "Version 2.0 is out. ¦It is faster.",
    "The road is 12 km. long.",
    "1. Boil the water. ¦2. Add the tea.",
    "1. Boil the water",
    "a) Boil the water ¦b) Add the tea ¦c) Wait",
    "• Flour ¦• Salt ¦• Water",
    "Only 3. ¦That was all.",
    "The vote was 5-4. ¦It stands.",
    "About 40%. ¦Maybe more.",
    "Chapter 7. ¦The end.",
  ]

  private static let speech: [String] = [
    "“I thought—” ¦She stopped.",
    "“Well, sir--” ¦The clerk had gone.",
    "“The man—” Anna began. ¦Nobody listened.",
    "“Is that all?” ¦She said it to the wall.",
    "“Is that all?” Mr. Hale asked. ¦Nobody spoke.",
    "“Come here.” ¦He did not.",
    "“Come here,” she said. ¦He did not.",
    "“Come here!” she said. ¦He did not.",
    "“Are you coming?” Carla asked. ¦“Soon.”",
    "“Are you coming?” asked Carla.",
    "“I am coming,” he said. ¦“But not today.” ¦She nodded.",
    "\"Stop!\" ¦The bus stood still.",
    "\"Stop.\" ¦The bus stood still.",
    "'Stop!' he cried. ¦'There is ice.'",
    "‘Never again!’ he thought.",
    "He said, “I will go. ¦You stay.” ¦Then he went.",
    "She called it “art.” ¦He laughed.",
    "She called it “art”. ¦He laughed.",
    "The song “Oh No!” is old. ¦I like it.",
    "“Where is Karl?” ¦“At home.” ¦“Good.”",
    "“What a day!” ¦The sun went down.",
    "“Why?” Mr. Odell asked.",
    "“No!” Carla Odell shouted. ¦Nobody moved.",
    "He asked “Who goes there?” and fired.",
    "They call it the 'U.S. of E.' in jest.",
  ]

  private static let brackets: [String] = [
    "He was late (as usual). ¦We waited.",
    "He was late. ¦(He always is.) ¦We waited.",
    "She read it (it was short. Very short.) and wept.",
    "The price (incl. tax) rose. ¦Buyers grumbled.",
    "It was warm (!) and dry. ¦We swam.",
    "He ate three (?) plates. ¦Then he slept.",
    "The figure is right.[4] ¦It was checked.",
    "The figure is right. [4] ¦It was checked.",
    "The figure is right.² ¦It was checked.",
    "It was known since then.12 ¦The rest is rumour.",
    "He wrote [...] and fell silent. ¦Then he left.",
    "See the list (p. 4). ¦It is long.",
    "It ended. ¦[Applause]",
  ]

  private static let endMarks: [String] = [
    "Really? ¦Yes!",
    "What?! ¦I doubt it.",
    "Stop!!! ¦There is ice.",
    "He paused … and jumped. ¦It was cold.",
    "He paused ... and jumped.",
    "I do not know... ¦Perhaps tomorrow.",
    "I do not know . . . perhaps tomorrow.",
    "It was over. ¦– No more.",
    "Rain, wind, fog: It was all there. ¦Only snow was missing.",
    "The dog barked; the cat slept. ¦All was well.",
    "This is good.¦It will stay so.",
    "It cost 1,000.¦That is a lot.",
    "We arrived.\u{00A0}¦Nobody was there.",
    "We arrived.\u{200B} ¦Nobody was there.",
    "We like tea. ¦iPhones are dear.",
    "I left. ¦Élodie stayed.",
    "Wow! ¦¡Hola!",
    "Is it done? ¦It is. ¦Good.",
    "He came, saw, left. ¦So what?",
    "Wait.. ¦What is that?",
  ]

  private static let addresses: [String] = [
    "See www.example.com. ¦There are pictures.",
    "Write to jo.berg@example.com. ¦She answers.",
    "The file is report.final.pdf. ¦Open it.",
    "See https://example.com/a.b/C.html?x=1. ¦It is there.",
    "It runs on Node.js and Java. ¦Both work.",
    "He works at Example.Com now.",
    "The domain example.org is free. ¦Take it.",
    "Is it at example.com/faq?Page=2 or not?",
  ]

  private static let lines: [String] = [
    "First line\n¦second line\n¦third line",
    "A paragraph.\n\n¦Another.",
    "A paragraph. \r\n¦Another.",
    "A paragraph.\u{2029}¦Another.",
    "Ingredients:\n¦- flour\n¦- salt",
    "\n\n  A paragraph.\n\n\n¦Another.\n\n",
    "One.\n\t¦Two.",
    "No end mark\n¦But a new line.",
  ]

  static let informal: [String] = [
    "it was great. ¦will come back!",
    "it was great! ¦will come back",
    "nice place, e.g. the bar. ¦thanks",
    "open till 9 p.m. on weekdays. ¦good food.",
    "call 555-1234. ¦they know.",
    "who knows??¦cos i don't",
    "love it. ¦my dog too. ¦5 stars.",
    "see example.com/page?id=3 for more",
  ]
}
