"""What would be if: by the address alone, without JavaScript, and nothing is stored."""

import re

import pytest

from prongsai.web.audit.models import Event
from prongsai.web.weak_points.queries import sight_of
from tests.web.weak_points.story import OF, YEAR, plan, result

URL = f"/a/tha-khong/{YEAR}/weak-points/what-if/"


pytestmark = pytest.mark.usefixtures("in_english")


def page(client, query="", status=200):
    response = client.get(URL + query)
    assert response.status_code == status
    return response.content.decode()


def total(html):
    return re.search(r'id="outcome".*?class="figure">([\d.]+)<', html, re.DOTALL)[1]


def test_it_sends_a_stranger_to_sign_in_and_does_not_exist_for_another_agency(client, cast, signed_in):
    assert client.get(URL).status_code == 302
    assert signed_in(cast.somsak).get(URL).status_code == 404


def test_without_a_result_it_leads_to_the_page_that_says_what_to_do(cast, signed_in):
    response = signed_in(cast.somying).get(URL)
    assert response["Location"].endswith(f"/weak-points/?of={OF}")


def test_without_a_change_it_shows_the_present(cast, signed_in):
    result(cast)
    html = page(signed_in(cast.somying))
    assert total(html) == str(sight_of(cast.agency, YEAR).weakness.result.total)
    assert total(page(signed_in(cast.somying), "?of=2568&s_1=&s_2=")) == total(html)


def test_ticks_and_scores_move_the_total_and_thai_digits_count(cast, signed_in):
    result(cast)
    client = signed_in(cast.somying)
    now = float(total(page(client)))
    assert float(total(page(client, "?full=8"))) == pytest.approx(now + 2.321, abs=0.02)
    assert total(page(client, "?s_8=๑๐๐")) == total(page(client, "?full=8"))
    assert float(total(page(client, "?s_8=0"))) < now


def test_the_fewest_changes_reach_the_next_level_when_they_are_tried(cast, signed_in):
    result(cast)
    client = signed_in(cast.somying)
    link = re.search(r'href="(\?|[^"]*what-if/\?)(of=2568&amp;full=[^"]*)"', page(client))[2].replace("&amp;", "&")
    fewest = sight_of(cast.agency, YEAR).fewest
    assert fewest.level.name_en in page(client, f"?{link}")


@pytest.mark.parametrize(
    "query", ["s_8=101", "s_8=-1", "s_8=abc", "s_8=1e5", "s_8=99.999", "full=O99", "full=8&s_8=90"]
)
def test_a_bad_value_is_told_beside_its_field_and_the_rest_is_reckoned(cast, signed_in, query):
    result(cast)
    html = page(signed_in(cast.somying), f"?{query}&s_2=90", status=422)
    assert "These were not reckoned with" in html
    assert float(total(html)) > float(sight_of(cast.agency, YEAR).weakness.result.total)


def test_htmx_gets_the_same_page_with_the_faults(cast, signed_in):
    result(cast)
    response = signed_in(cast.somying).get(f"{URL}?s_8=101", headers={"HX-Request": "true"})
    assert response.status_code == 200
    assert "101" in response.content.decode()


def test_its_address_can_be_sent_to_others(cast, signed_in):
    result(cast)
    html = page(signed_in(cast.somying), "?of=2568&full=8&s_1=&s_2=90")
    assert 'value="http://testserver/a/tha-khong/2569/weak-points/what-if/?of=2568&amp;full=8&amp;s_2=90"' in html


def test_what_is_ticked_can_become_measures_and_looking_stores_nothing(cast, signed_in):
    result(cast)
    plan(cast)
    before = Event.objects.of(cast.agency).count()
    html = page(signed_in(cast.somying), "?full=8&full=2")
    assert html.count('name="code"') == 2
    assert Event.objects.of(cast.agency).count() == before


def test_it_asks_the_database_at_most_twelve_times(cast, signed_in, django_assert_max_num_queries):
    result(cast)
    plan(cast)
    client = signed_in(cast.somying)
    client.get(URL)
    with django_assert_max_num_queries(12):
        client.get(f"{URL}?full=8")
