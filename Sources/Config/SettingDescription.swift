/// One setting of `site-config.yml`, in words.
package struct SettingDescription: Sendable, Hashable {
    /// Dotted path; `[]` stands for the entries of a list and `<preset>` for a name.
    package var path: String
    /// What may be written.
    package var allowed: String
    package var standard: String
    package var meaning: String

    init(_ path: String, _ allowed: String, _ standard: String, _ meaning: String) {
        self.path = path
        self.allowed = allowed
        self.standard = standard
        self.meaning = meaning
    }

    /// First word of the rest of the path below `section`, or nil when it is not below it.
    func key(in section: String) -> String? {
        let rest: Substring
        if section.isEmpty {
            rest = path[...]
        } else if path.hasPrefix(section + ".") {
            rest = path.dropFirst(section.count + 1)
        } else {
            return nil
        }
        let word = rest.prefix { $0 != "." }
        return String(word.hasSuffix("[]") ? word.dropLast(2) : word)
    }
}

/// Every setting, in the order of the file. Keys that are not in here are refused.
package let settingDescriptions: [SettingDescription] =
    identityDescriptions + placeDescriptions + planningDescriptions + figureDescriptions

private let identityDescriptions = [
    SettingDescription("company.name", "text", "Our company", "the company's name"),
    SettingDescription("company.zone", "a zone such as Europe/Vienna", "UTC", "days and weeks are counted in it"),
    SettingDescription("company.currency", "a code such as EUR", "EUR", "figures are summed in it"),
    SettingDescription(
        "company.locale", "one of FigureStyle.locales, such as de-AT", "en-GB", "how numbers are written"),
    SettingDescription("theme.name", "text", "the company's name", "shown in the header"),
    SettingDescription("theme.logo", "path of an SVG or PNG file", "none", "shown in the header"),
    SettingDescription("theme.accent", "#rrggbb", "the green of Fieldbook", "links and marks on light paper"),
    SettingDescription("theme.accent_dark", "#rrggbb", "a lighter green", "the same on dark paper"),
]

private let placeDescriptions = [
    SettingDescription("paths.store", "path", "demo.sqlite", "the customer store"),
    SettingDescription("paths.output", "path", "public", "the site; replaced by each build"),
    SettingDescription("paths.archive", "path", "archive", "the kept sites of past weeks"),
    SettingDescription("paths.templates", "path", "templates", "the page templates"),
    SettingDescription("paths.assets", "path", "assets", "styles and scripts"),
    SettingDescription("paths.roads", "path", "roads.sqlite", "answers of routing engines"),
    SettingDescription("paths.notes", "path", "notes", "Markdown notes"),
    SettingDescription("map.layers[].file", "path of a GeoJSON file", "", "a layer of the basemap, the lowest first"),
    SettingDescription("map.layers[].role", "one of MapSettings.roles", "", "how the layer is drawn"),
    SettingDescription("map.world", "true or false", "true", "land, borders, rivers and places of the world below all"),
    SettingDescription("map.attribution", "text", "none", "credits of the layers, on every map"),
    SettingDescription("stages[].name", "text", "Salesforce's stages", "a stage of the sales pipeline, in its order"),
    SettingDescription("stages[].outcome", "open, won or lost", "open", "what being in the stage means"),
    SettingDescription(
        "stages[].probability", "0 to 1", "1 won, 0 lost", "until the company's own history says better"),
    SettingDescription(
        "stages[].category", "pipeline, best_case, commit, closed or omitted", "by outcome and probability",
        "column of the forecast"),
]

private let planningDescriptions = [
    SettingDescription(
        "planning.working_hours", "a weekday and its hours a line, such as 'Mon: 08:00-17:00'", "Mon-Fri 08:00-17:00",
        "for reps whose own hours are not known"),
    SettingDescription("planning.lunch_window", "HH:MM-HH:MM", "11:30-14:00", "lunch lies wholly inside"),
    SettingDescription("planning.lunch_minutes", "0 to 180", "45", "length of lunch; 0 means none"),
    SettingDescription(
        "planning.visit_minutes", "5 to 480", "30", "length of a visit, for customers without their own"),
    SettingDescription("planning.cadence_days", "1 to 730", "not planned", "days between visits, likewise"),
    SettingDescription("planning.max_visits_per_day", "1 to 60", "14", "the most visits of a rep's day"),
    SettingDescription("planning.max_driving_minutes_per_day", "0 to 1440", "300", "the most driving of a rep's day"),
    SettingDescription("planning.holidays[].day", "YYYY-MM-DD", "", "a day on which nobody works"),
    SettingDescription("planning.holidays[].name", "text", "", "its name"),
    SettingDescription("planning.due_share", "0.1 to 1", "0.9", "share of the cadence after which a customer is due"),
    SettingDescription("planning.steps", "0 to 10000000", "8000", "search effort for one rep's first week"),
    SettingDescription("planning.steps_later_weeks", "0 to 10000000", "3000", "the same for each later week"),
    SettingDescription("planning.weeks", "1 to 12", "2", "weeks that are planned"),
    SettingDescription(
        "planning.cadence_days_by_priority.high", "1 to 730", "cadence_days",
        "days between visits, for customers of high priority without their own"),
    SettingDescription("planning.cadence_days_by_priority.medium", "1 to 730", "cadence_days", "of medium priority"),
    SettingDescription("planning.cadence_days_by_priority.low", "1 to 730", "cadence_days", "of low priority"),
    SettingDescription(
        "planning.visit_minutes_by_segment", "an industry and 5 to 480 a line, such as 'Hotel: 45'", "visit_minutes",
        "length of a visit, for customers of that industry without their own"),
    SettingDescription(
        "planning.learn_visit_minutes", "true or false", "true", "visits are planned as long as logged ones took"),
    SettingDescription("planning.reminder_minutes", "0 to 1440", "15", "how early a calendar reminds of a visit"),
    SettingDescription(
        "planning.freeze_published", "true or false", "true", "published days stay unless something forces them"),
    SettingDescription(
        "planning.worth.minutes_on_time", "1 to 1440", "120", "minutes of driving that a visit due now is worth"),
    SettingDescription("planning.worth.highest_urgency", "1 to 100", "3", "urgency counts up to this"),
    SettingDescription("planning.worth.low_share", "0.01 to 100", "0.67", "factor for customers of low priority"),
    SettingDescription("planning.worth.medium_share", "0.01 to 100", "1", "of medium priority"),
    SettingDescription("planning.worth.high_share", "0.01 to 100", "1.5", "of high priority"),
    SettingDescription(
        "planning.worth.late_penalty_minutes", "0 to 1440", "30", "minutes lost for each day a follow-up is late"),
    SettingDescription(
        "planning.changes", "path of a text file", "plan-changes.txt, if there is one", "what people want changed"),
    SettingDescription("planning.days_off", "path of a CSV file", "days-off.csv, if there is one", "days off of reps"),
    SettingDescription(
        "planning.published", "path of a CSV file", "published-plan.csv, if there is one",
        "the plan that reps were given; written by 'fieldbook routes publish'"),
    SettingDescription(
        "travel.bands[].up_to_km", "more than the band before; none for the last", "",
        "legs as long as that as the crow flies"),
    SettingDescription(
        "travel.bands[].detour", "1 to 5", "1.45 to 1.25", "road distance over distance as the crow flies"),
    SettingDescription("travel.bands[].km_per_hour", "1 to 200", "27 to 78", "speed on the road"),
    SettingDescription("travel.access_minutes", "0 to 60", "3", "parking and walking, for each visit"),
    SettingDescription(
        "travel.matrix", "path of a CSV or JSON file", "none",
        "driving times between places; the estimate stands in for what it does not hold"),
    SettingDescription("travel.factors[].days", "weekdays, such as mo-fr or tu, th", "every day", "when it holds"),
    SettingDescription("travel.factors[].hours", "HH:MM-HH:MM", "the whole day", "when it holds; the last rule wins"),
    SettingDescription("travel.factors[].factor", "0.2 to 5", "", "driving takes so many times as long"),
    SettingDescription(
        "travel.learn_factors", "true or false", "false", "factors are those that the log tells, where it can"),
    SettingDescription(
        "travel.fit", "true or false", "true where roads are named",
        "the estimate is fitted to roads, matrix or log, where those can tell"),
    SettingDescription("travel.roads.engine", "osrm or valhalla", "osrm", "the kind of routing engine"),
    SettingDescription(
        "travel.roads.server", "an address such as http://127.0.0.1:5000", "", "who is asked; told coordinates alone"),
    SettingDescription("travel.roads.profile", "the engine's own word", "driving, or auto", "what is driven"),
    SettingDescription("travel.roads.max_places", "2 to 5000", "100, or 50", "the most places of one table"),
    SettingDescription("travel.roads.parallel", "1 to 16", "4", "questions under way at the same time"),
    SettingDescription("travel.roads.timeout_seconds", "1 to 600", "10", "how long the server may be silent"),
    SettingDescription("travel.roads.retries", "0 to 10", "3", "how often a failed question is asked again"),
    SettingDescription(
        "travel.roads.max_snap_metres", "1 to 100000", "300", "places farther from any road are estimated"),
    SettingDescription(
        "travel.roads.neighbours", "1 to 1000", "40", "customers around each one whose drives are asked for"),
    SettingDescription("territories.weeks_per_year", "1 to 53", "46", "weeks that a rep is in the field"),
    SettingDescription("territories.field_share", "0.05 to 1", "0.8", "share of working time that is field time"),
    SettingDescription("territories.move_share", "0 to 1", "0.2", "the most customers that a proposal hands over"),
    SettingDescription(
        "territories.locks", "path of a CSV file", "territory-locks.csv, if there is one",
        "customers that stay with a rep, or that belong to nobody"),
]

private let figureDescriptions = [
    SettingDescription("forecast.simulations", "100 to 100000", "10000", "simulated futures"),
    SettingDescription("forecast.seed", "a whole number from 0", "1", "another seed gives other futures"),
    SettingDescription(
        "forecast.prior_deals", "0 to 10000", "20", "closed deals that the stages' probabilities count for"),
    SettingDescription(
        "forecast.placeholder_up_to", "0 to 1000000", "1", "amounts up to this are set aside and listed"),
    SettingDescription("forecast.big_deal_share", "0 to 1", "0.05", "share of the pipeline from which a deal is big"),
    SettingDescription(
        "forecast.big_deal", "1 to 1000000000000", "big_deal_share decides",
        "amount from which a deal is big, in whole units of the company's currency"),
    SettingDescription(
        "forecast.rates", "path of a CSV file", "exchange-rates.csv, if there is one",
        "what other currencies are worth, by date"),
    SettingDescription("forecast.rate_days", "0 to 366", "31", "days after its date that a rate counts for"),
    SettingDescription(
        "forecast.calls", "path of a CSV file", "forecast-calls.csv, if there is one",
        "what reps and their managers say will be booked"),
    SettingDescription(
        "forecast.scenarios[].name", "text", "", "a question of the form 'what if', after the usual ones"),
    SettingDescription("forecast.scenarios[].explanation", "text", "the effects, spelt out", "shown below the name"),
    SettingDescription(
        "forecast.scenarios[].lose", "a deal or a list, each by id or exact name", "none", "deals that are lost"),
    SettingDescription("forecast.scenarios[].win", "likewise", "none", "deals that are won in any case"),
    SettingDescription("forecast.scenarios[].slip_days", "0 to 730", "0", "every win comes so many days later"),
    SettingDescription(
        "forecast.scenarios[].win_rate", "0.01 to 100", "1", "factor on the chance of deals; 1.1 is ten percent more"),
    SettingDescription("forecast.scenarios[].new_deals", "0 to 100", "1", "factor on deals that are not there yet"),
    SettingDescription(
        "forecast.scenarios[].rep_leaves", "a rep or a list, each by id or exact name", "none",
        "their deals wait, and their new ones do not come"),
    SettingDescription(
        "forecast.scenarios[].teams", "a team or a list", "all", "for whom slip_days, win_rate and new_deals hold"),
    SettingDescription("forecast.scenarios[].reps", "a rep or a list", "all", "likewise"),
    SettingDescription(
        "forecast.scenarios[].stages", "a stage or a list", "all", "likewise; deals not there yet are in no stage"),
    SettingDescription("report.minimum_sample", "1 to 1000", "5", "shares of fewer cases are not ranked"),
    SettingDescription("report.quiet_days", "1 to 730", "30", "days without activity until a deal is quiet"),
    SettingDescription(
        "import.<preset>.columns", "file, then 'Column: record.field' lines", "none",
        "the company's own columns, by ImportSettings.fields"),
    SettingDescription(
        "import.<preset>.zone", "a zone such as Europe/Vienna", "as the preset says", "zone of bare times"),
]
