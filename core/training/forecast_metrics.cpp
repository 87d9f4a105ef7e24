#include "training/forecast_metrics.h"
