import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

const apex = 'force-app/interactions/classes';
const parts = 'force-app/interactions/lwc';

/** What users of other timelines complain about, and the tests that show it solved here: file and title. */
const complaints: Readonly<Record<string, readonly (readonly [file: string, title: string])[]>> = {
  'records are silently missing': [
    ['test/browser/timeline.test.ts', 'shows every item of the case'],
    [`${apex}/YetiTimelineServiceTest.cls`, 'shouldHaveNoGapsAndNoDoubles_whenPagedThrough'],
    [`${apex}/YetiTimelineServiceTest.cls`, 'shouldNameTheSource_whenItsQueryFails']
  ],
  'more than 200 rows break it': [
    [`${apex}/YetiTimelineComplaintsTest.cls`, 'shouldShowEveryRow_whenThereAreMoreThanTwoHundred']
  ],
  'a field the user may not see takes the view down': [
    [`${apex}/YetiTimelineComplaintsTest.cls`, 'shouldShowTheRow_whenUserMayNotReadOneOfItsFields']
  ],
  'only admins can use it': [
    [`${apex}/YetiTimelineControllerTest.cls`, 'shouldShowTimeline_whenUserIsAgent'],
    [`${apex}/YetiTimelineSourcesTest.cls`, 'shouldBeNamed_whenUserMayNotReadObject']
  ],
  'two at once break each other': [
    ['test/browser/timeline.test.ts', 'stands twice on one page, each with its own page size and filter'],
    [`${parts}/yetiTimeline/__tests__/yetiTimeline.test.ts`, 'stands twice on one page']
  ],
  'a hidden tab is treated as an error': [
    ['test/browser/timeline.test.ts', 'keeps what it shows while its tab is hidden'],
    [`${parts}/yetiTimeline/__tests__/yetiTimeline.test.ts`, 'does not ask while it is hidden']
  ],
  'no filter by status': [[`${apex}/YetiTimelineSearchTest.cls`, 'shouldFilterByStatus_whenStatusIsChosen']],
  'no filter by contact': [[`${apex}/YetiTimelineSearchTest.cls`, 'shouldShowOnePerson_whenContactOfAccountIsChosen']],
  'no filter by kind of record': [
    [`${apex}/YetiTimelineServiceTest.cls`, 'shouldFilter_whenChannelsAndDirectionsAreChosen'],
    ['test/browser/timeline.test.ts', 'filters by channel']
  ],
  'an account does not show what its contacts did': [
    ['test/browser/stories.test.ts', 'the hut: an account of three with all that happened to any of them'],
    ['force-app/customer/classes/YetiCustomerResolverTest.cls', 'shouldResolveAllContacts_whenRecordIsAccount']
  ],
  'two dates of one record are impossible': [
    [`${apex}/YetiTimelineComplaintsTest.cls`, 'shouldShowBothMoments_whenRecordHasTwoDates']
  ],
  'days are shifted by the time zone': [
    [`${apex}/YetiTimelineSearchTest.cls`, 'shouldKeepDaysOfTheUser_whenDatesAreChosen'],
    [`${apex}/YetiTimelineSourcesTest.cls`, 'shouldBeNamed_whenDateIsNoMoment']
  ],
  'the keyboard does not reach it': [
    ['test/browser/timeline.test.ts', 'is reached, read, opened and left by keyboard alone']
  ],
  'a screen reader cannot read it': [
    ['test/browser/timeline.test.ts', 'has no accessibility violation, closed and opened'],
    [`${parts}/yetiTimelineFeed/__tests__/yetiTimelineFeed.test.ts`, 'is a feed of numbered items']
  ],
  "another contact's messages leak into the history": [
    [`${apex}/YetiTimelineServiceTest.cls`, 'shouldNotLeak_whenCustomersShareAnAccount']
  ],
  'it loads everything and pages in the browser': [
    [`${apex}/YetiTimelineSearchTest.cls`, 'shouldCostTheSame_whenCustomerHasMore'],
    [`${apex}/YetiTimelineServiceTest.cls`, 'shouldNotShiftPages_whenRowsArriveMeanwhile']
  ],
  'system events drown the messages': [
    [`${apex}/YetiTimelineSearchTest.cls`, 'shouldFoldSystemEvents_whenNobodyAsksForThem'],
    [`${parts}/yetiTimeline/__tests__/yetiTimeline.test.ts`, 'shows system events when asked for']
  ],
  'no search in the text': [[`${apex}/YetiTimelineSearchTest.cls`, 'shouldFindWords_whenTheyStandInTitleOrPreview']],
  'what was linked or merged wrongly cannot be undone': [
    [`${apex}/YetiIdentityControllerTest.cls`, 'shouldRestoreExactly_whenUndone'],
    ['test/browser/customer.test.ts', 'a wrong link is undone with a reason, and the thread says so']
  ],
  'one phone written in two ways makes two customers': [
    ['force-app/customer/classes/YetiIdentityResolverTest.cls', 'shouldMatch_whenOneContactHasHandle'],
    ['test/browser/stories.test.ts', 'the Dwojaks: one phone, both suggested']
  ],
  'past conversations are not beside the present one': [
    [`${apex}/YetiTimelineServiceTest.cls`, 'shouldMergeAllSources_whenCustomerUsedSeveralChannels'],
    [
      'test/browser/timeline.test.ts',
      'shows the whole customer page by page, without gaps and doubles, while rows arrive'
    ]
  ],
  'it does not speak Polish': [
    ['test/browser/timeline.test.ts', 'speaks Polish to a Polish agent'],
    ['scripts/local/labels.test.ts', 'are there in English and in Polish, and none is empty']
  ]
};

const cases = Object.entries(complaints).flatMap(([complaint, tests]) =>
  tests.map(([file, title]) => ({ complaint, file, title }))
);

it.each(cases)('"$complaint" is solved: $file, $title', async ({ file, title }) => {
  const text = await readFile(new URL(`../../${file}`, import.meta.url), 'utf8');
  expect(text.includes(`void ${title}()`) || text.includes(`it('${title}'`)).toBe(true);
});
