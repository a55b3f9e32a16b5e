// plotly.js knows no Lao: numbers as 1.234,5 and the months' names, registered when plotly.js has arrived.
(function () {
  "use strict";
  var lao = {
    moduleType: "locale", name: "lo", dictionary: {},
    format: {
      days: ["ວັນອາທິດ", "ວັນຈັນ", "ວັນອັງຄານ", "ວັນພຸດ", "ວັນພະຫັດ", "ວັນສຸກ", "ວັນເສົາ"],
      shortDays: ["ອາທິດ", "ຈັນ", "ອັງຄານ", "ພຸດ", "ພະຫັດ", "ສຸກ", "ເສົາ"],
      months: ["ມັງກອນ", "ກຸມພາ", "ມີນາ", "ເມສາ", "ພຶດສະພາ", "ມິຖຸນາ", "ກໍລະກົດ", "ສິງຫາ", "ກັນຍາ", "ຕຸລາ", "ພະຈິກ", "ທັນວາ"],
      shortMonths: ["ມ.ກ.", "ກ.ພ.", "ມ.ນ.", "ມ.ສ.", "ພ.ພ.", "ມິ.ຖ.", "ກ.ລ.", "ສ.ຫ.", "ກ.ຍ.", "ຕ.ລ.", "ພ.ຈ.", "ທ.ວ."],
      date: "%d/%m/%Y", decimal: ",", thousands: ".", grouping: [3], currency: ["", " ₭"]
    }
  };
  var plotly;
  Object.defineProperty(window, "Plotly", {
    configurable: true,
    get: function () { return plotly; },
    set: function (arrived) {
      plotly = arrived;
      if (arrived && arrived.register) { arrived.register(lao); }
    }
  });
})();
